import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { ProjectFormPage } from "@/components/projects/project-form-page";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/domain/permissions";
import { requireViewer } from "@/lib/platform/auth/session";
import { getTranslations } from "@/lib/platform/i18n/translator";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("projects"))("newTitle") };
}

export default async function NewProjectPage() {
  const [viewer, t] = await Promise.all([requireViewer(), getTranslations("projects")]);
  if (!can(viewer, "projects.create")) forbidden();
  return (
    <>
      <PageHeader title={t("newTitle")} trail={[{ href: "/projects", label: t("title") }]} />
      <ProjectFormPage viewer={viewer} />
    </>
  );
}
