import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { findProject } from "@/components/projects/find-project";
import { ProjectFormPage } from "@/components/projects/project-form-page";
import { PageHeader } from "@/components/ui/page-header";
import { titleOf } from "@/lib/platform/i18n/names";
import { getTranslations } from "@/lib/platform/i18n/translator";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("projects"))("edit") };
}

export default async function EditProjectPage(props: { params: Promise<{ id: string }> }) {
  const [{ id }, t] = await Promise.all([props.params, getTranslations("projects")]);
  const { viewer, project } = await findProject(id);
  if (!project.can.update) forbidden();
  const { can: _, milestones: __, updates: ___, ...values } = project;
  return (
    <>
      <PageHeader
        title={t("edit")}
        trail={[{ href: `/projects/${id}`, label: titleOf(viewer.locale, project) }]}
      />
      <ProjectFormPage viewer={viewer} project={values} />
    </>
  );
}
