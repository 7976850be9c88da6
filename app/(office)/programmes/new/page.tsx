import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { ProgrammeFormPage } from "@/components/programmes/programme-form-page";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/domain/permissions";
import { requireViewer } from "@/lib/platform/auth/session";
import { reachesZone } from "@/lib/platform/auth/viewer";
import { getTranslations } from "@/lib/platform/i18n/translator";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("programmes"))("newTitle") };
}

export default async function NewProgrammePage() {
  const [viewer, t] = await Promise.all([requireViewer(), getTranslations("programmes")]);
  if (!can(viewer, "programmes.create") || !reachesZone(viewer)) forbidden();
  return (
    <>
      <PageHeader title={t("newTitle")} trail={[{ href: "/programmes", label: t("title") }]} />
      <ProgrammeFormPage viewer={viewer} />
    </>
  );
}
