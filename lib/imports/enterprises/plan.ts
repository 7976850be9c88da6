import type { CustomFieldDto } from "../../domain/custom-fields/dto";
import { messageOf } from "../../platform/errors/app-error";
import { MAX_TAGS } from "../../platform/values/text";
import type { CellReader } from "../cells";
import { FirmBook } from "../firms/book";
import { FirmChanges } from "../firms/changes";
import { readFirm } from "../firms/read";
import type { FirmCreate, FirmFacts, FirmRef, FirmUpdate } from "../firms/types";
import type { NameKeys } from "../names";
import { planRows } from "../plan-rows";
import type { Mapping, Options, Outcome, Plan, Table } from "../types";

export type FirmWrites = { creates: FirmCreate[]; updates: FirmUpdate[] };

/** What a file of enterprises would do: each row is one firm. */
export function planEnterprises(
  table: Table,
  mapping: Mapping,
  facts: FirmFacts,
  keyOf: NameKeys,
  options: Options,
  own: CustomFieldDto[] = [],
): Plan<FirmWrites> {
  const book = new FirmBook(facts, keyOf, options.nameMatch);
  const changes = new FirmChanges(facts.firms);
  const refs = new Set<FirmRef>();
  const seen = new Map<string, { row: number; values: string }>();

  const planned = planRows(table, mapping, planRow);
  return { ...planned, writes: { creates: changes.creates(refs), updates: changes.updates() } };

  function planRow(cell: CellReader): Outcome {
    const record = { ...readFirm(cell), custom: cell.custom(own), tags: cell.tags("tags") };
    if (cell.failed) return "ERROR";
    const ref = book.resolve(cell, record);
    if (!ref) return "ERROR";
    if (changes.countTags(ref, record) > MAX_TAGS) {
      cell.refuse("tags", "TAGS", "errors.tagsMany");
      return "ERROR";
    }
    const values = JSON.stringify(record);
    const before = seen.get(ref.key);
    if (before?.values === values) return "DUPLICATE";
    if (before) {
      cell.refuse(null, "TWICE_IN_FILE", messageOf("imports.errors.firmTwice", { row: before.row }));
      return "ERROR";
    }
    seen.set(ref.key, { row: cell.n, values });
    refs.add(ref);
    const changed = changes.take(ref, record, cell.n);
    if (ref.id === null) return "NEW";
    return changed ? "UPDATE" : "UNCHANGED";
  }
}
