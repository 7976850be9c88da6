import type { Metadata } from "next";
import { AttachmentSection } from "@/components/attachments/attachment-section";
import { findProject } from "@/components/projects/find-project";
import { ProjectHeader } from "@/components/projects/project-header";
import { titleOf } from "@/lib/platform/i18n/names";
import type { SearchParams } from "@/lib/platform/paging/list-params";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { viewer, project } = await findProject((await props.params).id);
  return { title: titleOf(viewer.locale, project) };
}

export default async function ProjectAttachmentsPage(props: Props) {
  const [{ id }, searchParams] = await Promise.all([props.params, props.searchParams]);
  const { viewer, project } = await findProject(id);
  return (
    <>
      <ProjectHeader project={project} side="/attachments" />
      <AttachmentSection viewer={viewer} owner="projects" ownerId={id} searchParams={searchParams} />
    </>
  );
}
