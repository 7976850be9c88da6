import { messageOf } from "../../platform/errors/app-error";
import type { CellReader } from "../cells";
import { type NameKeys, toLooseName } from "../names";
import type { NameMatch } from "../types";
import type { FirmFact, FirmFacts, FirmRecord, FirmRef } from "./types";

type Identifiers = { uscc: string | null; uen: string | null };

/** A firm as matching sees it, whether it is there or the file brings it. */
type Known = Identifiers & { ref: FirmRef; names: string[]; former: string[]; row: number | null };

/**
 * Finds the firm that a row means. By its own id it is that firm, whatever the row calls it. By identifier it is that firm, by a former one too unless another has it now: a
 * file may be older than a merger of two entries. By full name it is that firm unless an
 * identifier says otherwise. By the name's key alone (another legal form, another place in brackets) it is a
 * question, which the office answers for the file as a whole.
 */
export class FirmBook {
  private readonly byIdentifier = new Map<string, Known>();
  private readonly byKey = new Map<string, Known[]>();
  private readonly byId = new Map<string, Known>();
  private readonly taken: Set<string>;
  private counter = 0;

  constructor(
    facts: FirmFacts,
    private readonly keyOf: NameKeys,
    private readonly nameMatch: NameMatch,
  ) {
    this.taken = new Set(facts.takenIdentifiers);
    const existing = facts.firms.map((firm) => this.addExisting(firm));
    for (const known of existing) {
      for (const value of known.former)
        if (!this.byIdentifier.has(value)) this.byIdentifier.set(value, known);
    }
  }

  /** The firm of a row, or null with a problem at its cell. */
  resolve(cell: CellReader, record: FirmRecord, fields = { zh: "name_zh", en: "name_en" }): FirmRef | null {
    const { uscc, uen } = record;
    for (const [field, value] of [["uscc", uscc] as const, ["uen", uen] as const]) {
      if (value && this.taken.has(value)) {
        return cell.refuse(field, "IDENTIFIER_TAKEN", "enterprises.errors.identifierTaken");
      }
    }
    const meant = record.id ? this.byId.get(record.id) : undefined;
    if (record.id && !meant) return cell.refuse("id", "FIRM_GONE", "imports.errors.firmGone");
    const byUscc = uscc ? this.byIdentifier.get(uscc) : undefined;
    const byUen = uen ? this.byIdentifier.get(uen) : undefined;
    if (byUscc && byUen && byUscc !== byUen) {
      const values = { name: byUen.names[0] ?? "" };
      return cell.refuse(
        "uen",
        "IDENTIFIERS_DISAGREE",
        messageOf("imports.errors.identifiersDisagree", values),
      );
    }
    const sure = meant ?? byUscc ?? byUen;
    const numbered = byUscc ?? byUen;
    if (meant && numbered && numbered !== meant) {
      const values = { name: numbered.names[0] ?? "" };
      return cell.refuse(
        byUscc ? "uscc" : "uen",
        "IDENTIFIER_TAKEN",
        messageOf("enterprises.errors.identifierOf", values),
      );
    }
    if (sure) {
      const other = conflictOf(sure, record);
      if (other) {
        const values = { name: sure.names[0] ?? "", value: other.value };
        return cell.refuse(
          other.field,
          "OTHER_IDENTIFIER",
          messageOf("imports.errors.otherIdentifier", values),
        );
      }
      this.learn(sure, record);
      return sure.ref;
    }
    const field = record.nameZh ? fields.zh : fields.en;
    const candidates = this.candidates(record);
    const match = this.matchByName(candidates, record);
    if (match === "question") return this.ask(cell, field, candidates);
    if (match) {
      this.learn(match, record);
      return match.ref;
    }
    if (!record.nameZh && !record.nameEn) {
      return cell.refuse(fields.zh, "REQUIRED", "imports.errors.firmNameNeeded");
    }
    return this.addNew(record, cell.n);
  }

  private candidates(record: FirmRecord): Known[] {
    const keys = [this.keyOf(record.nameZh), this.keyOf(record.nameEn)].filter(Boolean);
    return [...new Set(keys.flatMap((key) => this.byKey.get(key) ?? []))];
  }

  private matchByName(candidates: Known[], record: FirmRecord): Known | "question" | null {
    const possible = candidates.filter((known) => !conflictOf(known, record));
    const names = [record.nameZh, record.nameEn].flatMap((name) => (name ? [toLooseName(name)] : []));
    const same = possible.filter((known) => known.names.some((name) => names.includes(toLooseName(name))));
    if (same.length === 1) return same[0] ?? null;
    if (same.length > 1) return "question";
    if (possible.length === 0 || this.nameMatch === "new") return null;
    // Two firms of one file whose own numbers differ are two firms, however alike their names.
    if (this.nameMatch === "same" && possible.length === 1) return possible[0] ?? null;
    return "question";
  }

  private ask(cell: CellReader, field: string, candidates: Known[]): null {
    const [first] = candidates;
    const name = first?.names[0] ?? "";
    const message = first?.row
      ? messageOf("imports.errors.nameMatchInFile", { name, row: first.row })
      : messageOf("imports.errors.nameMatch", { name });
    return cell.refuse(field, "NAME_MATCH", message);
  }

  private addExisting(firm: FirmFact): Known {
    const live = (type: string) =>
      firm.identifiers.find((identifier) => identifier.type === type && !identifier.former)?.value ?? null;
    const names = [firm.nameZh, firm.nameEn, ...firm.formerNames].filter((name) => name !== null);
    const former = firm.identifiers.filter((identifier) => identifier.former).map(({ value }) => value);
    const ref = { key: firm.id, id: firm.id };
    const known = { ref, uscc: live("USCC"), uen: live("UEN"), names, former, row: null };
    this.byId.set(firm.id, known);
    this.add(known);
    return known;
  }

  private addNew(record: FirmRecord, row: number): FirmRef {
    this.counter += 1;
    const names = [record.nameZh, record.nameEn].filter((name) => name !== null);
    const ref = { key: `new-${this.counter}`, id: null };
    this.add({ ref, uscc: record.uscc, uen: record.uen, names, former: [], row });
    return ref;
  }

  private add(known: Known): void {
    for (const name of known.names) this.addKey(this.keyOf(name), known);
    for (const value of [known.uscc, known.uen]) if (value) this.byIdentifier.set(value, known);
  }

  private addKey(key: string, known: Known): void {
    if (!key) return;
    const list = this.byKey.get(key);
    if (!list) this.byKey.set(key, [known]);
    else if (!list.includes(known)) list.push(known);
  }

  /** Later rows find the firm by what this one adds to it. */
  private learn(known: Known, record: FirmRecord): void {
    known.uscc ??= record.uscc;
    known.uen ??= record.uen;
    for (const value of [record.uscc, record.uen]) if (value) this.byIdentifier.set(value, known);
    for (const name of [record.nameZh, record.nameEn]) {
      if (!name || known.names.includes(name)) continue;
      known.names.push(name);
      this.addKey(this.keyOf(name), known);
    }
  }
}

/** An identifier of one kind that says that it is another firm. */
function conflictOf(known: Known, record: Identifiers): { field: "uscc" | "uen"; value: string } | null {
  for (const field of ["uscc", "uen"] as const) {
    const value = known[field];
    const said = record[field];
    if (value && said && value !== said && !known.former.includes(said)) return { field, value };
  }
  return null;
}
