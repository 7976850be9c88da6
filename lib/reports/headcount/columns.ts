import { nameOf } from "@/lib/platform/i18n/names";
import type { ReportColumn } from "@/lib/reports/columns";
import type { HeadcountItem } from "@/lib/reports/headcount/facts-rows";
import type { Published } from "@/lib/reports/headcount/publish";
import type { HeadcountSums } from "@/lib/reports/headcount/types";

/** A park, a building, a cluster or a country, named, with its people. */
export interface GroupRow extends Omit<Published<HeadcountSums>, "firms"> {
  key: string;
  /** A name, or a message key where `named` is false. */
  name: string;
  firms: number | null;
}

/** The columns of a table of groups; what the groups are is its first header. */
export function groupColumns(header: string): ReportColumn<GroupRow>[] {
  return [
    { key: "name", header, kind: "TEXT", value: ({ name }) => name },
    { key: "total", header: "metrics.headcount.name", kind: "COUNT", value: ({ total }) => total },
    {
      key: "standing",
      header: "return-rounds.standingLabel",
      kind: "LABEL",
      short: true,
      value: ({ standing }) => (standing ? `return-rounds.mark.${standing}` : null),
    },
    { key: "firms", header: "reports.columns.firms", kind: "COUNT", value: ({ firms }) => firms },
    {
      key: "carried",
      header: "reports.columns.carried",
      kind: "RATE",
      value: ({ carriedForwardShare }) => carriedForwardShare,
    },
    {
      key: "area",
      header: "reports.columns.occupied",
      kind: "AREA",
      value: ({ occupiedArea }) => occupiedArea,
    },
    {
      key: "density",
      header: "reports.columns.density",
      kind: "NUMBER",
      value: ({ density }) => density.m2PerWorker,
    },
    {
      key: "check",
      header: "reports.columns.check",
      kind: "LABEL",
      value: ({ total, density }) =>
        total === null ? "reports.withheld" : density.outOfRange ? "reports.checkDensity" : null,
    },
  ];
}

export const firmColumns: ReportColumn<HeadcountItem>[] = [
  { key: "name", header: "reports.columns.firm", kind: "TEXT", value: (row, locale) => nameOf(locale, row) },
  {
    key: "park",
    header: "reports.columns.park",
    kind: "TEXT",
    value: (row, locale) => nameOf(locale, { nameZh: row.parkZh, nameEn: row.parkEn }),
  },
  {
    key: "cluster",
    header: "reports.columns.cluster",
    kind: "LABEL",
    value: ({ cluster }) => `enterprises.cluster.${cluster}`,
  },
  {
    key: "country",
    header: "reports.columns.country",
    kind: "TEXT",
    short: true,
    value: ({ country }) => country,
  },
  { key: "total", header: "metrics.headcount.name", kind: "COUNT", value: ({ total }) => total },
  {
    key: "standing",
    header: "return-rounds.standingLabel",
    kind: "LABEL",
    short: true,
    value: ({ standing }) => (standing ? `return-rounds.mark.${standing}` : null),
  },
  { key: "on", header: "reports.columns.declaredFor", kind: "DATE", value: ({ on }) => on },
  {
    key: "carried",
    header: "reports.columns.carried",
    kind: "LABEL",
    value: ({ carriedForward }) =>
      carriedForward === null ? "reports.neverDeclared" : carriedForward ? "reports.carried" : null,
  },
  {
    key: "area",
    header: "reports.columns.occupied",
    kind: "AREA",
    value: ({ occupiedArea }) => occupiedArea,
  },
  {
    key: "density",
    header: "reports.columns.density",
    kind: "NUMBER",
    value: ({ density }) => density.m2PerWorker,
  },
  {
    key: "check",
    header: "reports.columns.check",
    kind: "LABEL",
    value: ({ density }) => (density.outOfRange ? "reports.checkDensity" : null),
  },
];
