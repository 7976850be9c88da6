import { CellReader } from "../cells";
import { FirmBook } from "../firms/book";
import { FirmChanges } from "../firms/changes";
import type { FirmRef } from "../firms/types";
import { groupBy } from "../group";
import type { NameKeys } from "../names";
import { PlaceBook } from "../places";
import type { Mapping, Options, Outcome, Plan, Problem, Table } from "../types";
import { HeadcountBook } from "./headcounts";
import { gatherLeases, toLeaseBook } from "./leases";
import { type Books, readTenancy, UnitBook } from "./read";
import { settleLeases } from "./settle";
import type { TenancyFacts, TenancyRow, TenancyWrites } from "./types";
import { toLeaseWrites } from "./writes";

/**
 * What a file of tenancies would do. A row is a firm, a unit, a line of a lease and a headcount; a row that is
 * wrong in one of them is left out in all of them.
 */
export function planTenancies(
  table: Table,
  mapping: Mapping,
  facts: TenancyFacts,
  keyOf: NameKeys,
  options: Options,
): Plan<TenancyWrites> {
  const problems: Problem[] = [];
  const failed = new Set<number>();
  const refuse = (problem: Problem) => {
    problems.push(problem);
    failed.add(problem.row);
  };
  const firmChanges = new FirmChanges(facts.firms);
  const buildings = groupBy(facts.buildings, ({ parkId }) => parkId);
  const books: Books = {
    places: new PlaceBook(facts),
    units: new UnitBook(facts.units),
    firms: new FirmBook(facts, keyOf, options.nameMatch),
    firmChanges,
    buildingsOf: (parkId) => buildings.get(parkId) ?? [],
  };
  const headcounts = new HeadcountBook(facts.headcounts);
  const rows = table.rows.flatMap((row, index) => {
    const cell = new CellReader(row, mapping);
    const read = readTenancy(cell, index, books);
    for (const problem of cell.problems) refuse(problem);
    const problem = read && headcounts.check(read);
    if (problem) refuse(problem);
    return read && !problem ? [read] : [];
  });

  const book = toLeaseBook(facts.leases, facts.takenLeaseNos);
  const gathered = gatherLeases(
    rows.filter(({ lease }) => lease !== null),
    book,
    refuse,
  );
  const units = new Map(facts.units.map((unit) => [unit.id, unit]));
  const names = new Map(facts.firms.map((firm) => [firm.id, firm.nameZh ?? firm.nameEn ?? ""]));
  const nameOf = (group: { lines: { row: TenancyRow }[] }) => {
    const row = group.lines[0]?.row;
    return names.get(row?.firm.key ?? "") ?? row?.firmRecord.nameZh ?? row?.firmRecord.nameEn ?? "";
  };
  const groups = settleLeases(gathered, { units, lettings: facts.lettings, book, nameOf }, refuse);
  const leases = toLeaseWrites(groups);

  const duplicates = new Set(groups.flatMap((group) => group.duplicates.map(({ index }) => index)));
  const seen = new Set<string>();
  const refs = new Set<FirmRef>();
  const byIndex = new Map(rows.map((row) => [row.index, row]));
  const outcomes = table.rows.map((tableRow, index): Outcome => {
    const row = byIndex.get(index);
    if (!row || failed.has(tableRow.n)) return "ERROR";
    if (duplicates.has(index) || repeats(row)) return "DUPLICATE";
    if (row.lease !== null && !leases.outcomes.has(index)) {
      // The row that it repeats was left out.
      refuse({ row: row.n, field: null, code: "REPEATS_ERROR", message: "imports.errors.repeatsError" });
      return "ERROR";
    }
    refs.add(row.firm);
    const firmChanged = firmChanges.take(row.firm, row.firmRecord, row.n);
    const peopleChanged = headcounts.take(row);
    const lease = row.lease ? leases.outcomes.get(index) : row.firm.id === null ? "NEW" : "UNCHANGED";
    return lease === "UNCHANGED" && (firmChanged || peopleChanged) ? "UPDATE" : (lease ?? "ERROR");
  });

  const firms = { creates: firmChanges.creates(refs), updates: firmChanges.updates() };
  return {
    outcomes,
    problems: problems.sort((a, b) => a.row - b.row),
    writes: { firms, leases: leases.writes, headcounts: headcounts.writes },
  };

  /** A row of a firm and a headcount alone, the same as an earlier one. */
  function repeats(row: TenancyRow): boolean {
    if (row.lease !== null) return false;
    const key = JSON.stringify([row.firm.key, row.firmRecord, row.parkId, row.headcount]);
    if (seen.has(key)) return true;
    seen.add(key);
    return false;
  }
}
