import { findProject, titleOfProject } from "@/components/projects/find-project";
import { ProjectHeader } from "@/components/projects/project-header";
import { ProjectUpdates } from "@/components/projects/project-updates";
import { asOfFrom } from "@/lib/platform/dates/as-of";
import { getTranslations } from "@/lib/platform/i18n/translator";
import type { SearchParams } from "@/lib/platform/paging/list-params";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

export const generateMetadata = titleOfProject;

/** All that was written of it by the day, in both languages. */
export default async function ProjectUpdatesPage(props: Props) {
  const [{ id }, searchParams, t] = await Promise.all([
    props.params,
    props.searchParams,
    getTranslations("projects"),
  ]);
  const { project } = await findProject(id);
  const asOf = asOfFrom(searchParams);
  const updates = project.updates.filter((update) => update.on <= asOf);
  return (
    <>
      <ProjectHeader project={project} side="/updates" />
      {updates.length === 0 ? <p>{t("noUpdates")}</p> : null}
      <ProjectUpdates updates={updates} both />
    </>
  );
}
