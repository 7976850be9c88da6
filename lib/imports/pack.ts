import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import type { Outcome, Problem, Table } from "./types";

/** What became of each row, in the table's order, why some were left out, and what is to be known of others. */
export type Findings = { outcomes: Outcome[]; problems: Problem[]; notes?: Problem[] };

type Packed = Uint8Array<ArrayBuffer>;

async function pack(value: unknown): Promise<Packed> {
  return new Uint8Array(await promisify(gzip)(JSON.stringify(value), { level: 1 }));
}

async function unpack(packed: Uint8Array): Promise<unknown> {
  return JSON.parse((await promisify(gunzip)(packed)).toString("utf8"));
}

export const packTable = (table: Table): Promise<Packed> => pack(table);
export const packFindings = ({ outcomes, problems, notes }: Findings): Promise<Packed> =>
  pack({ outcomes, problems, notes });
// Only what the two functions above packed is ever unpacked.
export const unpackTable = async (packed: Uint8Array) => (await unpack(packed)) as Table;
export const unpackFindings = async (packed: Uint8Array) => (await unpack(packed)) as Findings;
