import { clusterLabel } from "@/lib/domain/enterprises/labels";
import { FROM_LIST } from "@/lib/domain/milestones/rules";
import { nameOf, titleOf } from "@/lib/platform/i18n/names";
import type { ReportColumn } from "@/lib/reports/columns";
import type { TimelineRow } from "./facts";

/** The timeline as a table: its twin on the page, and its file. */
export const timelineColumns: ReportColumn<TimelineRow>[] = [
  {
    key: "agreement",
    header: "projects.agreement",
    kind: "TEXT",
    value: ({ agreement }, locale) => agreement && `${agreement.code} ${titleOf(locale, agreement)}`,
  },
  {
    key: "park",
    header: "projects.park",
    kind: "TEXT",
    value: ({ park }, locale) => park && nameOf(locale, park),
  },
  {
    key: "cluster",
    header: "projects.clusterLabel",
    kind: "LABEL",
    value: ({ project }) => clusterLabel(project.cluster as "OTHER"),
  },
  { key: "code", header: "projects.code", kind: "TEXT", short: true, value: ({ project }) => project.code },
  {
    key: "project",
    header: "projects.one",
    kind: "TEXT",
    value: ({ project }, locale) => titleOf(locale, project),
  },
  {
    key: "milestone",
    header: "milestones.one",
    kind: "TEXT",
    value: ({ milestone }, locale) => titleOf(locale, milestone),
  },
  {
    key: "original",
    header: "milestones.originalBaselineOn",
    kind: "DATE",
    value: ({ milestone }) => milestone.originalBaseline,
  },
  {
    key: "baseline",
    header: "milestones.baselineOn",
    kind: "DATE",
    value: ({ milestone }) => milestone.baseline,
  },
  {
    key: "forecast",
    header: "milestones.forecastOn",
    kind: "DATE",
    value: ({ milestone }) => milestone.forecast,
  },
  { key: "actual", header: "milestones.actualOn", kind: "DATE", value: ({ milestone }) => milestone.actual },
  { key: "slip", header: "milestones.slip", kind: "DAYS", value: ({ slipDays }) => slipDays },
  {
    key: "rag",
    header: "milestones.rag",
    kind: "LABEL",
    value: ({ milestone }) => `milestones.status.${milestone.rag}`,
  },
  {
    key: "evidence",
    header: "milestones.evidence",
    kind: "LABEL",
    value: ({ milestone: { unshown, noEvidenceReason } }) =>
      unshown
        ? noEvidenceReason === FROM_LIST
          ? "milestones.noEvidenceFromList"
          : "milestones.noEvidence"
        : "",
  },
  {
    key: "noEvidenceReason",
    header: "milestones.noEvidenceReason",
    kind: "TEXT",
    value: ({ milestone: { noEvidenceReason } }) =>
      noEvidenceReason === FROM_LIST ? null : noEvidenceReason,
  },
  {
    key: "critical",
    header: "reports.timeline.critical",
    kind: "LABEL",
    value: ({ critical }) => (critical ? "history.yes" : ""),
  },
];
