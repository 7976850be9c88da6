import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { findProject } from "@/components/projects/find-project";
import { ReportProjectForm } from "@/components/projects/project-verb-form";
import { PageHeader } from "@/components/ui/page-header";
import { todayInZone } from "@/lib/platform/dates/today";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { titleOf } from "@/lib/platform/i18n/names";
import { getTranslations } from "@/lib/platform/i18n/translator";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("projects"))("report") };
}

export default async function ReportProjectPage(props: { params: Promise<{ id: string }> }) {
  const [{ id }, t] = await Promise.all([props.params, getTranslations("projects")]);
  const { viewer, project } = await findProject(id);
  if (!project.can.report) forbidden();
  return (
    <>
      <PageHeader
        title={t("report")}
        trail={[{ href: `/projects/${id}`, label: titleOf(viewer.locale, project) }]}
      />
      <ClientMessages namespaces={["projects"]}>
        <ReportProjectForm id={id} version={project.version} today={todayInZone()} />
      </ClientMessages>
    </>
  );
}
