import type { Metadata } from "next";
import { Timeline } from "@/components/charts/timeline";
import { CustomFacts } from "@/components/custom-fields/custom-facts";
import { MilestoneTable } from "@/components/milestones/milestone-table";
import { noEvidenceWords } from "@/components/milestones/reason-words";
import { TrendSection } from "@/components/milestones/trend-section";
import { findProject } from "@/components/projects/find-project";
import { ProjectFacts } from "@/components/projects/project-facts";
import { ProjectHeader } from "@/components/projects/project-header";
import { ProjectUpdates } from "@/components/projects/project-updates";
import { Chain } from "@/components/promises/chain";
import { PromisesOf } from "@/components/promises/promises-of";
import { getDeclaredRag } from "@/lib/domain/projects/queries-records";
import { asOfFrom } from "@/lib/platform/dates/as-of";
import { titleOf } from "@/lib/platform/i18n/names";
import { getTranslations } from "@/lib/platform/i18n/translator";
import type { SearchParams } from "@/lib/platform/paging/list-params";
import { getProjectReport } from "@/lib/reports/progress/facts";
import { ragKinds } from "@/lib/reports/progress/rag-kinds";
import { listTrends } from "@/lib/reports/timeline/facts";

/** The rest is on a side of their own. */
const SHOWN_UPDATES = 5;

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { viewer, project } = await findProject((await props.params).id);
  return { title: titleOf(viewer.locale, project) };
}

export default async function ProjectPage(props: Props) {
  const [{ id }, searchParams, t, inMilestones] = await Promise.all([
    props.params,
    props.searchParams,
    getTranslations(),
    getTranslations("milestones"),
  ]);
  const { viewer, project } = await findProject(id);
  const asOf = asOfFrom(searchParams);
  const [report, declared, trends] = await Promise.all([
    getProjectReport(viewer, project.code, asOf),
    getDeclaredRag(viewer, id, asOf),
    listTrends(
      viewer,
      project.milestones.filter(({ cancelledOn }) => !cancelledOn).map((milestone) => milestone.id),
      asOf,
    ),
  ]);
  const updates = project.updates.filter((update) => update.on <= asOf);
  return (
    <>
      <ProjectHeader project={project} side="" />
      <ProjectFacts project={project} report={report} declared={declared} />
      <Chain viewer={viewer} of={{ noun: "projects", id }} asOf={asOf} />
      <PromisesOf viewer={viewer} of={{ project: id }} asOf={asOf} />
      <CustomFacts entries={project.customFields} />
      <h2>{t("projects.milestones")}</h2>
      {report && report.milestones.length > 0 ? (
        <Timeline
          label={t("projects.milestones")}
          asOf={asOf}
          rows={report.milestones.map((milestone) => ({
            id: milestone.id,
            label: titleOf(viewer.locale, milestone),
            notes: milestone.unshown
              ? [{ text: noEvidenceWords(inMilestones, milestone.noEvidenceReason) }]
              : undefined,
            status: ragKinds[milestone.rag],
            baselineOn: milestone.baseline,
            originalBaselineOn: milestone.originalBaseline,
            forecastOn: milestone.forecast,
            actualOn: milestone.actual,
          }))}
        />
      ) : null}
      <MilestoneTable project={project} report={report} searchParams={searchParams} />
      {trends.some(({ points }) => points.length > 1) ? (
        <>
          <h2>{t("reports.trend.title")}</h2>
          <TrendSection trends={trends} asOf={asOf} />
        </>
      ) : null}
      <h2>{t("projects.updates")}</h2>
      {updates.length === 0 ? <p>{t("projects.noUpdates")}</p> : null}
      <ProjectUpdates updates={updates.slice(0, SHOWN_UPDATES)} />
    </>
  );
}
