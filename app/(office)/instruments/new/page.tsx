import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { InstrumentFormPage } from "@/components/instruments/instrument-form-page";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/domain/permissions";
import { requireViewer } from "@/lib/platform/auth/session";
import { reachesZone } from "@/lib/platform/auth/viewer";
import { getTranslations } from "@/lib/platform/i18n/translator";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("instruments"))("newTitle") };
}

export default async function NewInstrumentPage() {
  const [viewer, t] = await Promise.all([requireViewer(), getTranslations("instruments")]);
  if (!can(viewer, "instruments.create") || !reachesZone(viewer)) forbidden();
  return (
    <>
      <PageHeader title={t("newTitle")} trail={[{ href: "/instruments", label: t("title") }]} />
      <InstrumentFormPage viewer={viewer} />
    </>
  );
}
