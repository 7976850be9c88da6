import { nameOf } from "@/lib/platform/i18n/names";
import type { ReportColumn } from "@/lib/reports/columns";
import type { RosterRow } from "./facts";

/** Rosters beside what was declared, as their file has it. */
export const rosterColumns: ReportColumn<RosterRow>[] = [
  {
    key: "enterprise",
    header: "employees.enterprise",
    kind: "TEXT",
    value: (row, locale) => nameOf(locale, row.enterprise),
  },
  { key: "park", header: "employees.park", kind: "TEXT", value: (row) => row.park.code },
  { key: "declaredOn", header: "employees.declared.on", kind: "DATE", value: (row) => row.declaredOn },
  ...(["joined", "left", "interns", "outsourced", "counted"] as const).map((part) => ({
    key: part,
    header: `employees.declared.${part}`,
    kind: "COUNT" as const,
    value: (row: RosterRow) => row.count[part],
  })),
  { key: "declared", header: "employees.declared.declared", kind: "COUNT", value: (row) => row.declared },
  { key: "residual", header: "employees.declared.residual", kind: "COUNT", value: (row) => row.residual },
];
