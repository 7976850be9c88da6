/** What passes between the steps of an import. Plain data: it is stored between two requests. */
import type { importKinds } from "../domain/imports/schema";

export type ImportKind = (typeof importKinds)[number];

/** A row of the file under the number that its spreadsheet shows. */
export type Row = { n: number; cells: string[] };

/** The table that was found in a file: its header's texts and its rows, without titles, totals and blanks. */
export type Table = { sheet: string | null; headerRow: number; headers: string[]; rows: Row[] };

/** Field → column of the table. */
export type Mapping = Record<string, number>;

/** What becomes of a row. */
export type Outcome = "NEW" | "UPDATE" | "UNCHANGED" | "DUPLICATE" | "ERROR";

/** Why a row is left out: which cell (by field; null for the row as a whole) and a message key with its values. */
export type Problem = { row: number; field: string | null; code: string; message: string };

/** How a firm that matches by name alone is taken: asked about, or settled for the whole file. */
export type NameMatch = "ask" | "same" | "new";

export type Options = { nameMatch: NameMatch };

export type Counts = {
  rows: number;
  created: number;
  updated: number;
  unchanged: number;
  duplicates: number;
  failed: number;
};

/** A dry run: what becomes of each row (in the table's order), why some are left out, what is to be known of others, and what will be written. */
export type Plan<Writes> = { outcomes: Outcome[]; problems: Problem[]; writes: Writes; notes?: Problem[] };

export function countOutcomes(outcomes: Outcome[]): Counts {
  const of = (wanted: Outcome) => outcomes.filter((outcome) => outcome === wanted).length;
  return {
    rows: outcomes.length,
    created: of("NEW"),
    updated: of("UPDATE"),
    unchanged: of("UNCHANGED"),
    duplicates: of("DUPLICATE"),
    failed: of("ERROR"),
  };
}

/** Tells that so many more records are written. */
export type Step = (records: number) => Promise<void>;
