import { createHeadcountSchema, headcountParts } from "../../domain/headcounts/schema";
import type { CivilDate } from "../../platform/dates/civil";
import type { CellReader } from "../cells";
import { FirmBook } from "../firms/book";
import { needStandingFirm } from "../firms/standing";
import type { FirmFacts } from "../firms/types";
import type { NameKeys } from "../names";
import { type ParkFact, PlaceBook } from "../places";
import { planRows } from "../plan-rows";
import { Repeats } from "../repeats";
import type { Mapping, Options, Outcome, Plan, Table } from "../types";

type Parts = { total: number } & Record<(typeof headcountParts)[number], number | null>;
type At = { enterpriseId: string; parkId: string; on: CivilDate };
export type HeadcountFact = At & Parts & { id: string; version: number };
export type HeadcountFacts = FirmFacts & { parks: ParkFact[]; headcounts: HeadcountFact[] };
export type HeadcountWrites = { creates: (At & Parts)[]; updates: HeadcountFact[] };

/** The column of a part: `fullTime` is full_time. */
export const partColumn = (part: string) => part.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const MOST = 1_000_000;

/** What a file of headcounts would do: a row is what one firm declares for one park and day. Empty parts stay. */
export function planHeadcounts(
  table: Table,
  mapping: Mapping,
  facts: HeadcountFacts,
  keyOf: NameKeys,
  options: Options,
): Plan<HeadcountWrites> {
  const firms = new FirmBook(facts, keyOf, options.nameMatch);
  const places = new PlaceBook({ parks: facts.parks, buildings: [] });
  const standing = new Map(facts.headcounts.map((fact) => [toKey(fact), fact]));
  const repeats = new Repeats();
  const writes: HeadcountWrites = { creates: [], updates: [] };
  return { ...planRows(table, mapping, planRow), writes };

  function planRow(cell: CellReader): Outcome {
    const enterpriseId = needStandingFirm(cell, firms);
    const park = places.needPark(cell, cell.text("park", 120));
    const on = cell.date("headcount_on");
    const total = cell.count("headcount", MOST);
    cell.need("headcount_on", on);
    cell.need("headcount", total);
    const said = Object.fromEntries(headcountParts.map((part) => [part, cell.count(partColumn(part), MOST)]));
    if (cell.failed || !enterpriseId || !park || on === null || total === null) return "ERROR";
    const at = { enterpriseId, parkId: park.id, on };
    const fact = standing.get(toKey(at));
    // A new total without its parts drops the old ones, which would no longer fit.
    const kept = fact && fact.total === total ? fact : null;
    const parts = Object.fromEntries(
      headcountParts.map((part) => [part, said[part] ?? kept?.[part] ?? null]),
    );
    // fromEntries knows no keys; they are those of the list.
    const people = { total, ...parts } as Parts;
    if (!fits(cell, at, people)) return "ERROR";
    if (repeats.check(cell, toKey(at), { ...at, ...people })) return "DUPLICATE";
    if (!fact) {
      writes.creates.push({ ...at, ...people });
      return "NEW";
    }
    const next = { ...fact, ...people };
    if (["total", ...headcountParts].every((name) => next[name as "total"] === fact[name as "total"])) {
      return "UNCHANGED";
    }
    writes.updates.push(next);
    return "UPDATE";
  }
}

/** The form's own rule, told at the cell of the part that does not fit. */
function fits(cell: CellReader, at: At, people: Parts): boolean {
  const said = Object.entries(people).map(([name, value]) => [name, value === null ? "" : String(value)]);
  const parsed = createHeadcountSchema.safeParse({ ...at, ...Object.fromEntries(said) });
  for (const { path, message } of parsed.error?.issues ?? []) {
    cell.refuse(partColumn(String(path[0])), "PARTS_FIT", message);
  }
  return parsed.success;
}

const toKey = ({ enterpriseId, parkId, on }: At) => `${enterpriseId}/${parkId}/${on}`;
