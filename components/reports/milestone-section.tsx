import { EmptyState } from "@/components/ui/empty-state";
import { getTranslations } from "@/lib/platform/i18n/translator";
import type { SearchParams } from "@/lib/platform/paging/list-params";
import { milestoneColumns } from "@/lib/reports/progress/columns";
import type { ProjectReport } from "@/lib/reports/progress/facts";
import { ragKinds } from "@/lib/reports/progress/rag-kinds";
import { listMilestoneRows } from "@/lib/reports/progress/rows";
import { ReportTable } from "./report-table";
import { ReportSection } from "./section";

/** As many as a list's page has; the files have them all. Each costs a whole project, and is sent twice. */
export const MOST_MILESTONES = 50;

/** The milestones that are overdue, or come within 90 days, of the projects that have the earliest. */
export async function MilestoneSection(props: {
  projects: ProjectReport[];
  which: "overdue" | "upcoming";
  searchParams: SearchParams;
}) {
  const t = await getTranslations("reports");
  const title = t(`${props.which}Table`);
  const rows = listMilestoneRows(props.projects, props.which);
  const note = rows.length > MOST_MILESTONES ? t("earliest", { count: MOST_MILESTONES }) : null;
  return (
    <ReportSection title={title} id={props.which} note={note}>
      <ReportTable
        label={title}
        columns={milestoneColumns}
        rows={rows.slice(0, MOST_MILESTONES)}
        rowKey={({ milestone }) => milestone.id}
        rowHref={({ project }) => `/projects/${project.id}`}
        searchParams={props.searchParams}
        marks={{ rag: ({ milestone }) => ragKinds[milestone.rag] }}
        empty={<EmptyState title={t(props.which === "overdue" ? "noOverdue" : "noUpcoming")} />}
      />
    </ReportSection>
  );
}
