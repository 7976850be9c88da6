import "server-only";
import { commitmentMetricLabel, commitmentOutcomeLabel } from "@/lib/domain/commitments/labels";
import { listCommitmentsByIds } from "@/lib/domain/commitments/queries";
import { commitmentListSchema } from "@/lib/domain/commitments/schema";
import type { Locale } from "@/lib/platform/i18n/locales";
import { nameOf, titleOf } from "@/lib/platform/i18n/names";
import { parseList } from "@/lib/platform/paging/list-params";
import { type CommitmentRow, listCommitmentIdsOn, withFigures } from "@/lib/reports/commitments/facts";
import { outcomeKinds } from "@/lib/reports/commitments/outcome-kinds";
import type { List } from "./list";

type Named = { code: string; titleZh: string | null; titleEn: string | null };

const coded = (locale: Locale, named: Named | null) => named && `${named.code} ${titleOf(locale, named)}`;

/** The firm that promised, or whoever else by name. */
export function promisorOf(locale: Locale, row: CommitmentRow | Omit<CommitmentRow, "figures">): string {
  if (row.promisor) return nameOf(locale, row.promisor);
  return nameOf(locale, { nameZh: row.promisorZh, nameEn: row.promisorEn });
}

export const commitmentList: List<CommitmentRow> = {
  noun: "commitments",
  title: "commitments.title",
  href: (row) => `/commitments/${row.id}`,
  ids: ({ viewer, values, asOf }) =>
    listCommitmentIdsOn(viewer, parseList(commitmentListSchema, values), asOf),
  rows: async ({ viewer, asOf }, ids) => withFigures(await listCommitmentsByIds(viewer, ids), asOf),
  columns: () => [
    { key: "code", header: "commitments.code", kind: "TEXT", value: (row) => row.code, sort: "code" },
    {
      key: "title",
      header: "commitments.titleLabel",
      kind: "TEXT",
      value: (row, locale) => titleOf(locale, row),
      sort: "title",
      wrap: true,
    },
    {
      key: "promisor",
      header: "commitments.promisor",
      kind: "TEXT",
      value: (row, locale) => promisorOf(locale, row),
      wrap: true,
    },
    {
      key: "target",
      header: "commitments.targetValue",
      kind: "NUMBER",
      value: (row) => row.targetValue,
      places: 2,
    },
    {
      key: "unit",
      header: "commitments.unit",
      kind: "TEXT",
      value: (row, locale) => nameOf(locale, { nameZh: row.unitZh, nameEn: row.unitEn }) || null,
    },
    {
      key: "targetOn",
      header: "commitments.targetOn",
      kind: "DATE",
      value: (row) => row.targetOn,
      sort: "targetOn",
    },
    {
      key: "actual",
      header: "commitments.actual",
      kind: "NUMBER",
      value: ({ figures }) => figures?.actual ?? null,
      places: 2,
    },
    {
      key: "expected",
      header: "commitments.expected",
      kind: "NUMBER",
      hidden: true,
      value: ({ figures }) => figures?.expected ?? null,
      places: 1,
    },
    {
      key: "attainment",
      header: "commitments.attainment",
      kind: "RATE",
      value: ({ figures }) => figures?.attainment ?? null,
      places: 1,
    },
    {
      key: "pace",
      header: "commitments.pace",
      kind: "RATE",
      value: ({ figures }) => figures?.pace ?? null,
      places: 1,
    },
    {
      key: "outcome",
      header: "commitments.outcomeLabel",
      kind: "LABEL",
      value: ({ figures }) => (figures ? commitmentOutcomeLabel(figures.outcome) : "commitments.rateMissing"),
      mark: ({ figures }) => outcomeKinds[figures?.outcome ?? "NONE"],
    },
    {
      key: "metric",
      header: "commitments.metricLabel",
      kind: "LABEL",
      hidden: true,
      value: (row) => commitmentMetricLabel(row.metric),
    },
    {
      key: "promisee",
      header: "commitments.promisee",
      kind: "TEXT",
      hidden: true,
      value: (row, locale) => nameOf(locale, { nameZh: row.promiseeZh, nameEn: row.promiseeEn }) || null,
      wrap: true,
    },
    {
      key: "agreement",
      header: "commitments.agreement",
      kind: "TEXT",
      hidden: true,
      value: (row, locale) => coded(locale, row.agreement),
      wrap: true,
    },
    {
      key: "project",
      header: "commitments.project",
      kind: "TEXT",
      hidden: true,
      value: (row, locale) => coded(locale, row.project),
      wrap: true,
    },
    {
      key: "baseline",
      header: "commitments.baselineValue",
      kind: "NUMBER",
      hidden: true,
      value: (row) => row.baselineValue,
      places: 2,
    },
    {
      key: "baselineOn",
      header: "commitments.baselineOn",
      kind: "DATE",
      hidden: true,
      value: (row) => row.baselineOn,
    },
    {
      key: "actualOn",
      header: "commitments.actualOn",
      kind: "DATE",
      hidden: true,
      value: ({ figures }) => figures?.actualOn ?? null,
    },
    {
      key: "owner",
      header: "commitments.owner",
      kind: "TEXT",
      hidden: true,
      value: (row) => row.owner,
    },
  ],
};
