import type { ReportColumn } from "@/lib/reports/columns";
import type { ProgrammeYear } from "./types";

const count = (
  key: "planned" | "enrolled" | "completed" | "dropped" | "placed",
): ReportColumn<ProgrammeYear> => ({
  key,
  header: `programmes.${key}`,
  kind: "COUNT",
  value: ({ cohort }) => cohort?.[key] ?? null,
});

/** A programme year by year: the twin of its chart. */
export const programmeYearColumns: ReportColumn<ProgrammeYear>[] = [
  { key: "year", header: "programmes.year", kind: "TEXT", short: true, value: ({ year }) => String(year) },
  { key: "expected", header: "programmes.expected", kind: "COUNT", value: ({ expected }) => expected },
  { key: "trained", header: "programmes.trained", kind: "COUNT", value: ({ trained }) => trained },
  count("planned"),
  count("enrolled"),
  count("completed"),
  count("dropped"),
  count("placed"),
  {
    key: "reportedOn",
    header: "programmes.reportedOn",
    kind: "DATE",
    value: ({ cohort }) => cohort?.reportedOn ?? null,
  },
  { key: "source", header: "programmes.source", kind: "TEXT", value: ({ cohort }) => cohort?.source ?? null },
];
