import type { CustomKept } from "../../domain/custom-fields/dto";
import { messageOf } from "../../platform/errors/app-error";
import { toTags } from "../../platform/values/text";
import type { CellReader } from "../cells";
import { toLooseName } from "../names";
import type {
  ContactInput,
  FirmCreate,
  FirmFact,
  FirmPatch,
  FirmRecord,
  FirmRef,
  FirmUpdate,
  NewIdentifier,
} from "./types";

type Said = { record: FirmRecord; row: number };

const AGREE: [keyof FirmRecord, string][] = [
  ["nameZh", "name_zh"],
  ["nameEn", "name_en"],
  ["country", "country"],
  ["cluster", "cluster"],
  ["sectorCode", "sector_code"],
];

/**
 * What the rows of a file say of each firm, and what that changes. Rows say the same of one firm or nothing; who
 * said something first is named to who says otherwise. Only rows that are written count.
 */
export class FirmChanges {
  private readonly first = new Map<string, Map<keyof FirmRecord, Said>>();
  private readonly said = new Map<string, Said[]>();
  private readonly facts: Map<string, FirmFact>;

  constructor(facts: FirmFact[]) {
    this.facts = new Map(facts.map((firm) => [firm.id, firm]));
  }

  /** Refuses a row that contradicts an earlier one about the same firm. */
  check(cell: CellReader, ref: FirmRef, given: FirmRecord): void {
    const record = this.withoutFormer(ref, given);
    const first: Map<keyof FirmRecord, Said> = this.first.get(ref.key) ?? new Map();
    this.first.set(ref.key, first);
    for (const [name, field] of AGREE) {
      const value = record[name];
      if (value === null) continue;
      const before = first.get(name);
      if (!before) first.set(name, { record, row: cell.n });
      else if (!agree(before.record[name], value)) {
        const values = { row: before.row, value: String(before.record[name]) };
        cell.refuse(field, "FIRM_DISAGREES", messageOf("imports.errors.firmDisagrees", values));
      }
    }
  }

  /** How many tags a firm would have with those of a row. */
  countTags(ref: FirmRef, record: FirmRecord): number {
    const firm = ref.id ? this.facts.get(ref.id) : undefined;
    return tagsWith(firm?.tags ?? [], [record]).length;
  }

  /** Takes what a row says, now that the row will be written. True where it changes a firm that is there. */
  take(ref: FirmRef, given: FirmRecord, row: number): boolean {
    const record = this.withoutFormer(ref, given);
    const list = this.said.get(ref.key);
    if (list) list.push({ record, row });
    else this.said.set(ref.key, [{ record, row }]);
    const firm = ref.id ? this.facts.get(ref.id) : undefined;
    return firm ? !isEmpty(changesOf(firm, [record])) : false;
  }

  /** What a firm had before says which firm is meant, and nothing of it: a file may be older than the record. */
  private withoutFormer(ref: FirmRef, record: FirmRecord): FirmRecord {
    const firm = ref.id ? this.facts.get(ref.id) : undefined;
    if (!firm) return record;
    const name = (said: string | null) => (said && firm.formerNames.includes(said) ? null : said);
    const numbers = firm.identifiers.filter(({ former }) => former).map(({ value }) => value);
    const number = (said: string | null) => (said && numbers.includes(said) ? null : said);
    return {
      ...record,
      nameZh: name(record.nameZh),
      nameEn: name(record.nameEn),
      uscc: number(record.uscc),
      uen: number(record.uen),
    };
  }

  creates(refs: Iterable<FirmRef>): FirmCreate[] {
    return [...refs].flatMap((ref) => {
      const records = (this.said.get(ref.key) ?? []).map(({ record }) => record);
      return ref.id === null && records.length > 0 ? [toCreate(ref.key, records)] : [];
    });
  }

  updates(): FirmUpdate[] {
    return [...this.said].flatMap(([key, said]) => {
      const firm = this.facts.get(key);
      if (!firm) return [];
      const changes = changesOf(
        firm,
        said.map(({ record }) => record),
      );
      return isEmpty(changes) ? [] : [{ id: firm.id, version: firm.version, standing: firm, ...changes }];
    });
  }
}

function agree(before: unknown, value: unknown): boolean {
  if (before === value) return true;
  return (
    typeof before === "string" && typeof value === "string" && toLooseName(before) === toLooseName(value)
  );
}

function firstOf<Name extends keyof FirmRecord>(records: FirmRecord[], name: Name): FirmRecord[Name] {
  for (const record of records) if (record[name] !== null) return record[name];
  // Nothing said is null in every field.
  return null as FirmRecord[Name];
}

function identifiersOf(records: FirmRecord[]): NewIdentifier[] {
  const uscc = firstOf(records, "uscc");
  const uen = firstOf(records, "uen");
  return [
    ...(uscc ? [{ type: "USCC" as const, value: uscc }] : []),
    ...(uen ? [{ type: "UEN" as const, value: uen }] : []),
  ];
}

/** Each contact once, with the last number said of them. */
function contactsOf(records: FirmRecord[]): Omit<ContactInput, "primary">[] {
  const contacts = new Map<string, Omit<ContactInput, "primary">>();
  for (const { contactName: name, contactPhone, contactEmail } of records) {
    if (!name) continue;
    const before = contacts.get(toLooseName(name));
    const phone = contactPhone ?? before?.phone ?? null;
    contacts.set(toLooseName(name), {
      name: before?.name ?? name,
      phone,
      email: contactEmail ?? before?.email ?? null,
    });
  }
  return [...contacts.values()];
}

function toCreate(key: string, records: FirmRecord[]): FirmCreate {
  return {
    key,
    nameZh: firstOf(records, "nameZh"),
    nameEn: firstOf(records, "nameEn"),
    country: firstOf(records, "country"),
    cluster: firstOf(records, "cluster") ?? "OTHER",
    sectorCode: firstOf(records, "sectorCode"),
    identifiers: identifiersOf(records),
    contacts: contactsOf(records).map((contact, i) => ({ ...contact, primary: i === 0 })),
    custom: customOf(records),
    tags: tagsWith([], records),
  };
}

/** Those of a firm with those that are said: none is taken away. */
function tagsWith(tags: string[], records: FirmRecord[]): string[] {
  return toTags([...tags, ...records.flatMap((record) => record.tags ?? [])]);
}

/** Of each field the first that is said. */
function customOf(records: FirmRecord[]): CustomKept {
  return Object.assign({}, ...records.map(({ custom }) => custom ?? {}).reverse());
}

type Changes = Pick<FirmUpdate, "patch" | "identifiers" | "contacts" | "contactUpdates">;

function changesOf(firm: FirmFact, records: FirmRecord[]): Changes {
  const patch: FirmPatch = {};
  const former: string[] = [];
  for (const name of ["nameZh", "nameEn"] as const) {
    const said = firstOf(records, name);
    if (!said || said === firm[name] || firm.formerNames.includes(said)) continue;
    if (firm[name] && toLooseName(firm[name]) === toLooseName(said)) continue;
    if (firm[name]) former.push(firm[name]);
    patch[name] = said;
  }
  if (former.length > 0) patch.formerNames = [...firm.formerNames, ...former];
  const country = firstOf(records, "country");
  const cluster = firstOf(records, "cluster");
  const sectorCode = firstOf(records, "sectorCode");
  if (country && country !== firm.country) patch.country = country;
  if (cluster && cluster !== firm.cluster) patch.cluster = cluster;
  if (sectorCode && sectorCode !== firm.sectorCode) patch.sectorCode = sectorCode;
  const custom = Object.entries(customOf(records)).filter(([id, value]) => firm.custom?.[id] !== value);
  if (custom.length > 0) patch.custom = Object.fromEntries(custom);
  const tags = tagsWith(firm.tags ?? [], records);
  if (tags.length > (firm.tags ?? []).length) patch.tags = tags;
  const has = new Set(
    firm.identifiers.filter(({ former }) => !former).map(({ type, value }) => type + value),
  );
  const identifiers = identifiersOf(records).filter(({ type, value }) => !has.has(type + value));
  return { patch, identifiers, ...contactChanges(firm, records) };
}

function contactChanges(firm: FirmFact, records: FirmRecord[]): Pick<Changes, "contacts" | "contactUpdates"> {
  const contacts: ContactInput[] = [];
  const contactUpdates: Changes["contactUpdates"] = [];
  for (const said of contactsOf(records)) {
    const standing = firm.contacts.find(
      ({ name, phone, email }) =>
        toLooseName(name) === toLooseName(said.name) || said.name === phone || said.name === email,
    );
    if (!standing) {
      contacts.push({
        ...said,
        primary: contacts.length === 0 && !firm.contacts.some(({ primary }) => primary),
      });
      continue;
    }
    const phone = said.phone ?? standing.phone;
    const email = said.email ?? standing.email;
    if (phone !== standing.phone || email !== standing.email)
      contactUpdates.push({ id: standing.id, phone, email });
  }
  return { contacts, contactUpdates };
}

function isEmpty({ patch, identifiers, contacts, contactUpdates }: Changes): boolean {
  return [Object.keys(patch), identifiers, contacts, contactUpdates].every((list) => list.length === 0);
}
