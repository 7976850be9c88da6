import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { findPolicy } from "@/components/policies/find-policy";
import { VersionForm } from "@/components/policies/version-form";
import { PageHeader } from "@/components/ui/page-header";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { titleOf } from "@/lib/platform/i18n/names";
import { getTranslations } from "@/lib/platform/i18n/translator";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("policies"))("addVersion") };
}

export default async function AddVersionPage(props: { params: Promise<{ id: string }> }) {
  const [{ id }, t] = await Promise.all([props.params, getTranslations("policies")]);
  const { viewer, policy } = await findPolicy(id);
  if (!policy.can.addVersion) forbidden();
  return (
    <>
      <PageHeader
        title={t("addVersion")}
        trail={[{ href: `/policies/${id}`, label: titleOf(viewer.locale, policy) }]}
      />
      <ClientMessages namespaces={["policies"]}>
        <VersionForm id={id} version={policy.version} />
      </ClientMessages>
    </>
  );
}
