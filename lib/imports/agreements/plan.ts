import { type CreateAgreementInput, createAgreementSchema } from "../../domain/agreements/schema";
import type { AgreementKind, Cluster } from "../../platform/db/generated/enums";
import type { CellReader } from "../cells";
import { planRows } from "../plan-rows";
import { Repeats } from "../repeats";
import type { Mapping, Outcome, Plan, Table } from "../types";
import { agreementKindWords, clusterWords } from "../words";
import { AgreementBook, splitParties, toParty } from "./read";
import type { AgreementFact, AgreementImportFacts, AgreementWrites } from "./types";

/** The column in which a field's problem is told. */
const columns: Record<string, string> = {
  code: "agreement_no",
  titleZh: "title_zh",
  titleEn: "title_en",
  signedOn: "signed_on",
  effectiveOn: "effective_on",
  expiresOn: "expires_on",
  parties: "parties",
};

/** What a list of agreements would do: a row is one agreement, by its number. What a row leaves empty stays. */
export function planAgreements(
  table: Table,
  mapping: Mapping,
  facts: AgreementImportFacts,
): Plan<AgreementWrites> {
  const book = new AgreementBook(facts);
  const standing = new Map(facts.agreements.map((fact) => [fact.code, fact]));
  const repeats = new Repeats();
  const writes: AgreementWrites = { creates: [], updates: [] };
  return { ...planRows(table, mapping, planRow), writes };

  function planRow(cell: CellReader): Outcome {
    const code = cell.code("agreement_no", 40);
    cell.need("agreement_no", code);
    const fact = code === null ? undefined : standing.get(code);
    const names = splitParties(cell.raw("parties") ?? "");
    const said = {
      titleZh: cell.text("title_zh"),
      titleEn: cell.text("title_en"),
      // The vocabularies hold kinds and clusters alone.
      kind: cell.choice("kind", agreementKindWords) as AgreementKind | null,
      cluster: cell.choice("cluster", clusterWords) as Cluster | null,
      signedOn: cell.date("signed_on"),
      effectiveOn: cell.date("effective_on"),
      expiresOn: cell.date("expires_on"),
      meetingId: book.session(cell),
      parties: names.length > 0 ? names.map((name) => book.party(name, fact)) : null,
    };
    if (!fact) for (const name of ["signed_on", "parties"] as const) needSaid(cell, name, said);
    if (cell.failed || code === null) return "ERROR";
    const before = fact ? toInput(fact) : undefined;
    const next = { ...blank, ...before, code, ...withoutEmpty(said) };
    if (!fits(cell, next, fact)) return "ERROR";
    if (repeats.check(cell, code, said)) return "DUPLICATE";
    const input = createAgreementSchema.parse(next);
    if (!fact) {
      writes.creates.push(input);
      return "NEW";
    }
    if (JSON.stringify(input) === JSON.stringify(createAgreementSchema.parse(before))) return "UNCHANGED";
    writes.updates.push({ ...input, id: fact.id, version: fact.version });
    return "UPDATE";
  }
}

const blank = { renewal: "NONE" as const };

function needSaid(
  cell: CellReader,
  name: "signed_on" | "parties",
  said: { signedOn: unknown; parties: unknown },
) {
  cell.need(name, name === "parties" ? said.parties : said.signedOn);
}

function withoutEmpty<Said extends object>(said: Said): Partial<{ [K in keyof Said]: NonNullable<Said[K]> }> {
  const kept = Object.entries(said).filter(([, value]) => value !== null);
  return Object.fromEntries(kept) as Partial<{ [K in keyof Said]: NonNullable<Said[K]> }>;
}

function toInput(fact: AgreementFact): CreateAgreementInput {
  const { id: _, version: __, extended: ___, terminatedOn: ____, parties, ...input } = fact;
  return { ...input, parties: parties.map(toParty) };
}

/** The form's own rules, told at the cell to mend; an expiry that was extended is not a file's to move. */
function fits(cell: CellReader, next: object & { expiresOn?: unknown }, fact?: AgreementFact): boolean {
  const parsed = createAgreementSchema.safeParse(next);
  for (const { path, message } of parsed.error?.issues ?? []) {
    cell.refuse(columns[String(path[0])] ?? null, "FIELD", message);
  }
  if (fact?.extended && next.expiresOn !== fact.expiresOn) {
    cell.refuse("expires_on", "EXTENDED", "agreements.errors.extended");
  }
  return !cell.failed;
}
