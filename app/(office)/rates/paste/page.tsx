import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { PasteRatesForm } from "@/components/rates/rate-form";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/domain/permissions";
import { requireViewer } from "@/lib/platform/auth/session";
import { reachesZone } from "@/lib/platform/auth/viewer";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getTranslations } from "@/lib/platform/i18n/translator";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("rates"))("paste") };
}

export default async function PasteRatesPage() {
  const [viewer, t] = await Promise.all([requireViewer(), getTranslations("rates")]);
  if (!can(viewer, "rates.create") || !reachesZone(viewer)) forbidden();
  return (
    <>
      <PageHeader title={t("paste")} trail={[{ href: "/rates", label: t("title") }]} />
      <ClientMessages namespaces={["rates"]}>
        <PasteRatesForm />
      </ClientMessages>
    </>
  );
}
