import { nameOf, titleOf } from "@/lib/platform/i18n/names";
import type { ReportColumn } from "@/lib/reports/columns";
import type { ProjectReport } from "@/lib/reports/progress/facts";

/** A project with its reasons in words, which only the page's language can give. */
export interface ProjectRow {
  project: ProjectReport;
  reasons: string;
}

export const projectColumns: ReportColumn<ProjectRow>[] = [
  {
    key: "code",
    header: "reports.columns.code",
    kind: "TEXT",
    short: true,
    value: ({ project }) => project.code,
  },
  {
    key: "title",
    header: "reports.columns.project",
    kind: "TEXT",
    value: ({ project }, locale) => titleOf(locale, project),
  },
  {
    key: "park",
    header: "reports.columns.park",
    kind: "TEXT",
    value: ({ project }, locale) => nameOf(locale, { nameZh: project.parkZh, nameEn: project.parkEn }),
  },
  {
    key: "rag",
    header: "reports.columns.rag",
    kind: "LABEL",
    value: ({ project }) => `reports.rag.${project.progress.rag}`,
  },
  {
    key: "progress",
    header: "reports.columns.progress",
    kind: "RATE",
    value: ({ project }) => project.progress.progress,
  },
  {
    key: "planned",
    header: "reports.columns.planned",
    kind: "RATE",
    value: ({ project }) => project.progress.planned,
  },
  {
    key: "variance",
    header: "reports.columns.variance",
    kind: "POINTS",
    value: ({ project }) => project.progress.variancePoints,
  },
  { key: "spi", header: "reports.columns.spi", kind: "INDEX", value: ({ project }) => project.progress.spi },
  {
    key: "slip",
    header: "reports.columns.slip",
    kind: "DAYS",
    value: ({ project }) => project.progress.finishSlipDays,
  },
  {
    key: "originalSlip",
    header: "reports.columns.originalSlip",
    kind: "DAYS",
    value: ({ project }) => project.progress.originalFinishSlipDays,
  },
  { key: "reasons", header: "reports.columns.reasons", kind: "TEXT", value: ({ reasons }) => reasons },
];

/** A milestone beside the project that it belongs to. */
export interface MilestoneRow {
  project: ProjectReport;
  milestone: ProjectReport["milestones"][number];
}

export const milestoneColumns: ReportColumn<MilestoneRow>[] = [
  {
    key: "title",
    header: "reports.columns.milestone",
    kind: "TEXT",
    value: ({ milestone }, locale) => titleOf(locale, milestone),
  },
  {
    key: "code",
    header: "reports.columns.code",
    kind: "TEXT",
    short: true,
    value: ({ project }) => project.code,
  },
  {
    key: "project",
    header: "reports.columns.project",
    kind: "TEXT",
    value: ({ project }, locale) => titleOf(locale, project),
  },
  {
    key: "rag",
    header: "reports.columns.rag",
    kind: "LABEL",
    value: ({ milestone }) => `reports.rag.${milestone.rag}`,
  },
  {
    key: "baseline",
    header: "reports.columns.baseline",
    kind: "DATE",
    value: ({ milestone }) => milestone.baseline,
  },
  {
    key: "originalBaseline",
    header: "reports.columns.originalBaseline",
    kind: "DATE",
    value: ({ milestone }) => milestone.originalBaseline,
  },
  {
    key: "forecast",
    header: "reports.columns.forecast",
    kind: "DATE",
    value: ({ milestone }) => milestone.forecast,
  },
  {
    key: "actual",
    header: "reports.columns.actual",
    kind: "DATE",
    value: ({ milestone }) => milestone.actual,
  },
  {
    key: "slip",
    header: "reports.columns.milestoneSlip",
    kind: "DAYS",
    value: ({ milestone }) => milestone.slipDays,
  },
];
