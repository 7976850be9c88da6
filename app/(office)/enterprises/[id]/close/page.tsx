import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { CloseEnterpriseForm } from "@/components/enterprises/close-enterprise-form";
import { findEnterprise } from "@/components/enterprises/find-enterprise";
import { PageHeader } from "@/components/ui/page-header";
import { todayInZone } from "@/lib/platform/dates/today";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { nameOf } from "@/lib/platform/i18n/names";
import { getTranslations } from "@/lib/platform/i18n/translator";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("enterprises"))("close") };
}

export default async function CloseEnterprisePage(props: { params: Promise<{ id: string }> }) {
  const [{ id }, t] = await Promise.all([props.params, getTranslations("enterprises")]);
  const { viewer, enterprise } = await findEnterprise(id);
  if (!enterprise.can.close) forbidden();
  const trail = [{ href: `/enterprises/${id}`, label: nameOf(viewer.locale, enterprise) }];
  return (
    <>
      <PageHeader title={t("close")} trail={trail} />
      <ClientMessages namespaces={["enterprises"]}>
        <CloseEnterpriseForm id={id} version={enterprise.version} today={todayInZone()} />
      </ClientMessages>
    </>
  );
}
