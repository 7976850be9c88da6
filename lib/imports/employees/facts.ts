import "server-only";
import { employeeScope } from "../../domain/employees/scope";
import type { Viewer } from "../../platform/auth/viewer";
import { toCivil, toCivilOrNull } from "../../platform/dates/civil";
import { db } from "../../platform/db/client";
import { firmsSaid, inChunks, loadFirms, loadParks } from "../facts-shared";
import type { NameKeys } from "../names";
import type { Mapping, Table } from "../types";
import type { EmployeeFacts } from "./types";

/** The firms that a list names, and their rosters: names too, by which the same person is found again. */
export async function loadEmployeeFacts(
  viewer: Viewer,
  table: Table,
  mapping: Mapping,
  keyOf: NameKeys,
): Promise<EmployeeFacts> {
  const [parks, firms] = await Promise.all([
    loadParks(viewer),
    loadFirms(viewer, firmsSaid(table, mapping), keyOf),
  ]);
  const ids = firms.firms.map(({ id }) => id);
  const rows = await inChunks(ids, (some) =>
    db.employee.findMany({
      where: { AND: [employeeScope(viewer), { enterpriseId: { in: some }, purgedAt: null }] },
      orderBy: { number: "asc" },
      include: { name: { select: { name: true } } },
    }),
  );
  const employees = rows.map(({ name, joinedOn, leftOn, permitExpiresOn, ...row }) => ({
    ...row,
    name: name?.name ?? "",
    joinedOn: toCivil(joinedOn),
    leftOn: toCivilOrNull(leftOn),
    permitExpiresOn: toCivilOrNull(permitExpiresOn),
  }));
  return { parks, ...firms, employees };
}
