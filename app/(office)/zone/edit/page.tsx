import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { PageHeader } from "@/components/ui/page-header";
import { findZone } from "@/components/zone/find-zone";
import { ZoneForm } from "@/components/zone/zone-form";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getTranslations } from "@/lib/platform/i18n/translator";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("zone"))("editTitle") };
}

export default async function EditZonePage() {
  const [{ zone }, t] = await Promise.all([findZone(), getTranslations("zone")]);
  const { can, ...values } = zone;
  if (!can.update) forbidden();
  return (
    <>
      <PageHeader title={t("editTitle")} trail={[{ href: "/zone", label: t("title") }]} />
      <ClientMessages namespaces={["zone"]}>
        <ZoneForm zone={values} />
      </ClientMessages>
    </>
  );
}
