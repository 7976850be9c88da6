import { formatsFor } from "@/lib/platform/i18n/formats";
import type { Locale } from "@/lib/platform/i18n/locales";
import { titleOf } from "@/lib/platform/i18n/names";
import type { CommitmentRow } from "@/lib/reports/commitments/facts";
import { agreementColumns } from "@/lib/reports/lists/agreements";
import type { ListColumn } from "@/lib/reports/lists/list";
import type { ChainRow } from "./facts-rows";

/** A commitment by its title and how far it has come. */
export function toPromiseText(locale: Locale, commitment: CommitmentRow): string {
  const attainment = commitment.figures?.attainment ?? null;
  const title = titleOf(locale, commitment);
  return attainment === null ? title : `${title} (${formatsFor(locale).percent(attainment, 1)})`;
}

const shared = (keys: string[]) =>
  agreementColumns.filter(({ key }) => keys.includes(key)) as unknown as ListColumn<ChainRow>[];

/** An agreement and what hangs on it, declared once for the screen and the files. */
export const chainColumns: ListColumn<ChainRow>[] = [
  ...shared(["code"]),
  ...shared(["title", "state"]).map(({ sort: _, ...column }) => ({
    ...column,
    // The register sorts by title, this report by state.
    ...(column.key === "state" ? { sort: "state" } : {}),
  })),
  ...shared(["parties"]).map((column) => ({ ...column, hidden: true, inFiles: true })),
  {
    key: "commitments",
    header: "reports.promises.commitments",
    kind: "TEXT",
    value: ({ commitments }, locale) => commitments.map((one) => toPromiseText(locale, one)).join("; "),
    links: ({ commitments }, locale) =>
      commitments.map((one) => ({ text: toPromiseText(locale, one), href: `/commitments/${one.id}` })),
    wrap: true,
  },
  {
    key: "projects",
    header: "reports.promises.projects",
    kind: "TEXT",
    value: ({ projects }, locale) => projects.map((project) => titleOf(locale, project)).join("; "),
    links: ({ projects }, locale) =>
      projects.map((project) => ({ text: titleOf(locale, project), href: `/projects/${project.id}` })),
    wrap: true,
  },
  {
    key: "milestonesDone",
    header: "reports.promises.milestonesDone",
    kind: "COUNT",
    value: ({ steps }) => steps.done,
    words: ({ steps }) => (steps.all > 0 ? `${steps.done} / ${steps.all}` : ""),
  },
  {
    key: "milestones",
    header: "reports.promises.milestones",
    kind: "COUNT",
    hidden: true,
    inFiles: true,
    value: ({ steps }) => steps.all,
  },
  { key: "late", header: "reports.promises.late", kind: "COUNT", value: ({ steps }) => steps.late },
  { key: "next", header: "reports.promises.next", kind: "DATE", value: ({ steps }) => steps.next },
  { key: "evidence", header: "reports.promises.evidence", kind: "COUNT", value: ({ evidence }) => evidence },
  ...shared(["lastActivityOn"]).map((column) => ({ ...column, sort: "lastActivityOn" })),
];
