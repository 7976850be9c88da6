import "server-only";
import { createHash } from "node:crypto";
import { getImport, getImportFile, getRememberedMapping } from "../domain/imports/queries";
import { createImportSchema, updateImportSchema } from "../domain/imports/schema";
import {
  commitImport,
  createImport,
  type Remembered,
  reportImportProgress,
  updateImport,
} from "../domain/imports/service";
import { assertCan } from "../domain/permissions";
import { type Viewer, viewerVia } from "../platform/auth/viewer";
import { AppError, conflict, notFound } from "../platform/errors/app-error";
import { removeIdentities } from "./employees/identities";
import { listOwnColumns } from "./facts-own";
import { type Checked, checkTable } from "./kinds";
import { cleanMapping, proposeMapping, recallMapping, toRemembered, toSignature } from "./mapping";
import { type Findings, packFindings, packTable, unpackTable } from "./pack";
import { readTable } from "./read-file";
import { type Counts, countOutcomes, type ImportKind, type Mapping, type NameMatch } from "./types";

export type Committed = ImportResult & { changeSetId: string };
export type ImportResult = { id: string; version: number; counts: Counts; findings: Findings };
/** `rows` are the numbers of the table's rows, in the order of the findings' outcomes. */
export type BroughtIn = ImportResult & { file: { headers: string[]; mapping: Mapping; rows: number[] } };

/** Reads a file and says what it would do; nothing of its rows is written. */
export async function bringIn(
  viewer: Viewer,
  kind: ImportKind,
  file: { name: string; bytes: Buffer },
  nameMatch: NameMatch = "ask",
): Promise<BroughtIn> {
  assertCan(viewer, "imports.create");
  const own = await listOwnColumns(viewer, kind);
  const read = await readTable(kind, file.bytes, own);
  // A list of people may hold identity numbers: neither they nor the file itself are kept.
  const people = kind === "employees";
  const table = people ? removeIdentities(read) : read;
  const remembered = await getRememberedMapping(viewer, kind, toSignature(table.headers));
  const mapping = remembered
    ? recallMapping(kind, table.headers, remembered, own)
    : proposeMapping(kind, table.headers, own);
  const findings = await checkTable(kind, viewer, table, mapping, { nameMatch });
  const counts = countOutcomes(findings.outcomes);
  const input = createImportSchema.parse({
    kind,
    fileName: file.name,
    fileSize: file.bytes.length,
    fileHash: createHash("sha256").update(file.bytes).digest("hex"),
    sheet: table.sheet,
    headerRow: table.headerRow,
    headers: table.headers,
    nameMatch,
  });
  const [packedTable, outcome] = await Promise.all([packTable(table), packFindings(findings)]);
  const bytes = new Uint8Array(people ? [] : file.bytes);
  const { id, version } = await createImport(viewerVia(viewer, "IMPORT"), input, {
    bytes,
    table: packedTable,
    outcome,
    counts,
    mapping,
  });
  const rows = table.rows.map(({ n }) => n);
  return { id, version, counts, findings, file: { headers: table.headers, mapping, rows } };
}

/** Reads the columns another way and says again what the file would do. */
export async function checkAgain(
  viewer: Viewer,
  given: { id: string; version: number; mapping: Record<string, number>; nameMatch: NameMatch },
): Promise<ImportResult> {
  assertCan(viewer, "imports.create");
  const { kind } = await need(viewer, given.id);
  const table = await unpackTable((await getImportFile(viewer, given.id)).table);
  const own = await listOwnColumns(viewer, kind);
  const mapping = cleanMapping(kind, table.headers, given.mapping, own);
  const findings = await checkTable(kind, viewer, table, mapping, { nameMatch: given.nameMatch });
  const counts = countOutcomes(findings.outcomes);
  const outcome = await packFindings(findings);
  const remember = { signature: toSignature(table.headers), mapping: toRemembered(kind, mapping, own) };
  const input = updateImportSchema.parse({ ...given, mapping });
  const { id, version } = await updateImport(viewerVia(viewer, "IMPORT"), input, {
    counts,
    outcome,
    remember,
  });
  return { id, version, counts, findings };
}

/**
 * Writes what the file does, seen as things stand now: one change set, rows with errors left out. Where somebody
 * else's write came between looking and writing, it looks again, once. @throws AppError
 */
export async function commit(viewer: Viewer, id: string): Promise<Committed> {
  assertCan(viewer, "imports.commit");
  const found = await need(viewer, id);
  if (found.status !== "CHECKED") throw conflict("imports.errors.committed");
  const table = await unpackTable((await getImportFile(viewer, id)).table);
  const look = () => checkTable(found.kind, viewer, table, found.mapping, { nameMatch: found.nameMatch });
  const own = await listOwnColumns(viewer, found.kind);
  const remember = {
    signature: toSignature(table.headers),
    mapping: toRemembered(found.kind, found.mapping, own),
  };
  const write = (checked: Checked) => writeOnce(viewer, id, remember, checked);
  const checked = await look();
  try {
    return await write(checked);
  } catch (error) {
    if (!isRace(error)) throw error;
    return write(await look());
  }
}

async function need(viewer: Viewer, id: string) {
  const found = await getImport(viewer, id);
  if (!found) throw notFound();
  return found;
}

async function writeOnce(viewer: Viewer, id: string, remember: Remembered, checked: Checked) {
  const as = viewerVia(viewer, "IMPORT");
  const counts = countOutcomes(checked.outcomes);
  const outcome = await packFindings(checked);
  const total = counts.created + counts.updated;
  let done = 0;
  await reportImportProgress(id, 0, total);
  const { changeSetId } = await commitImport(as, { id, remember }, async (within) => {
    await checked.write(as, within, async (records) => {
      done = Math.min(total, done + records);
      await reportImportProgress(id, done, total);
    });
    return { counts, outcome };
  });
  const { outcomes, problems, notes } = checked;
  return { id, version: 0, counts, changeSetId, findings: { outcomes, problems, notes } };
}

function isRace(error: unknown): boolean {
  if (!(error instanceof AppError) || error.message === "imports.errors.committed") return false;
  return ["CONFLICT", "STALE", "NOT_FOUND"].includes(error.code);
}
