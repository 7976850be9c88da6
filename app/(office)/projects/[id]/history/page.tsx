import type { Metadata } from "next";
import { RecordHistory } from "@/components/history/record-history";
import { findProject } from "@/components/projects/find-project";
import { ProjectHeader } from "@/components/projects/project-header";
import { listHistory } from "@/lib/platform/change-sets/history";
import { titleOf } from "@/lib/platform/i18n/names";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { viewer, project } = await findProject((await props.params).id);
  return { title: titleOf(viewer.locale, project) };
}

export default async function ProjectHistoryPage(props: Props) {
  const { id } = await props.params;
  const { project } = await findProject(id);
  const ids = [id, ...project.milestones.map((milestone) => milestone.id)];
  return (
    <>
      <ProjectHeader project={project} side="/history" />
      <RecordHistory entries={await listHistory(ids)} noun="projects" />
    </>
  );
}
