import { Timeline } from "@/components/charts/timeline";
import { EmptyState } from "@/components/ui/empty-state";
import { Pager } from "@/components/ui/pager";
import { titleOf } from "@/lib/platform/i18n/names";
import { currentLocale, getTranslations } from "@/lib/platform/i18n/translator";
import { carriedFrom } from "@/lib/platform/paging/carry";
import type { SearchParams } from "@/lib/platform/paging/list-params";
import { projectColumns } from "@/lib/reports/progress/columns";
import type { ProjectReport } from "@/lib/reports/progress/facts";
import type { ProgressParams } from "@/lib/reports/progress/filter";
import { ragKinds } from "@/lib/reports/progress/rag-kinds";
import { toProjectRow, toSpan } from "@/lib/reports/progress/rows";
import { ReportTable } from "./report-table";
import { ReportSection } from "./section";

/** The projects of the page, the gravest first, with the same projects drawn against time. */
export async function ProjectSection(props: {
  /** Those of the page, in order. */
  projects: ProjectReport[];
  total: number;
  asOf: string;
  params: ProgressParams;
  searchParams: SearchParams;
}) {
  const [t, locale] = await Promise.all([getTranslations(), currentLocale()]);
  const { params } = props;
  const rows = props.projects.map((project) => toProjectRow(project, locale, t));
  const spans = rows.flatMap(({ project }) => {
    const span = toSpan(project);
    return span ? [{ project, span }] : [];
  });
  return (
    <>
      <ReportSection title={t("reports.projectsTable")}>
        <ReportTable
          label={t("reports.projectsTable")}
          columns={projectColumns}
          without={["park"]}
          rows={rows}
          rowKey={({ project }) => project.id}
          rowHref={({ project }) => `/projects/${project.id}`}
          searchParams={props.searchParams}
          marks={{ rag: ({ project: { progress } }) => ragKinds[progress.rag] }}
          empty={<EmptyState title={t("reports.noProjects")} text={t("reports.noRowsText")} />}
        />
        <Pager
          page={params.page}
          pageSize={params.pageSize}
          total={props.total}
          searchParams={props.searchParams}
          pathname="/reports/progress"
        />
      </ReportSection>
      {spans.length > 0 ? (
        <ReportSection title={t("reports.spans")}>
          <Timeline
            label={t("reports.spans")}
            asOf={props.asOf}
            rows={spans.map(({ project, span }) => ({
              ...span,
              id: project.id,
              label: `${project.code} ${titleOf(locale, project)}`,
              href: carriedFrom(`/projects/${project.id}`, props.searchParams),
              status: ragKinds[project.progress.rag],
            }))}
          />
        </ReportSection>
      ) : null}
    </>
  );
}
