import type { Metadata } from "next";
import { forbidden, notFound } from "next/navigation";
import { MilestoneForm } from "@/components/milestones/milestone-form";
import { findProject } from "@/components/projects/find-project";
import { PageHeader } from "@/components/ui/page-header";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { titleOf } from "@/lib/platform/i18n/names";
import { getTranslations } from "@/lib/platform/i18n/translator";
import { firstValues, type SearchParams } from "@/lib/platform/paging/list-params";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("milestones"))("newTitle") };
}

export default async function NewMilestonePage(props: { searchParams: Promise<SearchParams> }) {
  const [searchParams, t] = await Promise.all([props.searchParams, getTranslations("milestones")]);
  const { project: id } = firstValues(searchParams);
  if (!id) notFound();
  const { viewer, project } = await findProject(id);
  if (!project.can.addMilestone) forbidden();
  return (
    <>
      <PageHeader
        title={t("newTitle")}
        trail={[{ href: `/projects/${id}`, label: titleOf(viewer.locale, project) }]}
      />
      <ClientMessages namespaces={["milestones"]}>
        <MilestoneForm projectId={id} />
      </ClientMessages>
    </>
  );
}
