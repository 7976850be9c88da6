import "server-only";
import { fieldsOf } from "../domain/return-forms/rules";
import type { ReturnDefinition } from "../domain/return-forms/schema";
import { getRoundDefinition } from "../domain/return-rounds/queries";
import { getReturn } from "../domain/returns/queries";
import type { Answers, Reasons } from "../domain/returns/rules-answers";
import { saveDraftSchema, submitReturnSchema } from "../domain/returns/schema";
import { saveDraft, submitReturn } from "../domain/returns/service";
import { type Viewer, viewerVia } from "../platform/auth/viewer";
import { AppError, conflict, invalid, messageOf } from "../platform/errors/app-error";
import { fileRefused } from "../platform/files/file-error";
import type { Allowance } from "../platform/files/read-xlsx";
import { inflateEntry, isArchive, listZip, type ZipEntry } from "../platform/files/zip";
import type { Locale } from "../platform/i18n/locales";
import { logger } from "../platform/log/logger";
import { readReturnWorkbook } from "./return-workbook";

type Say = (key: string) => string;
type Given = { name: string; bytes: Buffer };
/** A file of the upload, or one of an archive in it, opened when its turn comes. */
type Opened = { name: string; open: (inside: Allowance) => Promise<Buffer> };

/** What an answer is not sent for: its question and what is wrong with it, as a message. */
export type NotSent = {
  key: string;
  question: { nameZh: string | null; nameEn: string | null };
  message: string;
};

/** What became of a file. `message` says why it was refused. */
export type FileOutcome = {
  file: string;
  returnId: string | null;
  firm: { nameZh: string | null; nameEn: string | null } | null;
  outcome: "SENT" | "DRAFT" | "UNCHANGED" | "REFUSED";
  message: string | null;
  notSent: NotSent[];
};

export const MOST_WORKBOOKS = 2_000;
/** A firm's workbook may unfold to so much, and all of an upload together. */
const EACH = 16 * 1024 * 1024;
const ALL = 400 * 1024 * 1024;

/**
 * Workbooks of a round that came back, alone or in archives: each becomes its firm's draft, or is sent on the firm's
 * behalf where that is wanted and nothing is missing. Each is a change set of its own, so that one that cannot be read
 * keeps no other.
 * @param says translators of both languages: a workbook may be in either
 * @throws AppError NOT_FOUND for a round out of reach; INVALID for too many files
 */
export async function bringWorkbooks(
  viewer: Viewer,
  roundId: string,
  given: Given[],
  { send, says, locale }: { send: boolean; says: readonly Say[]; locale: Locale },
): Promise<FileOutcome[]> {
  await getRoundDefinition(viewer, roundId);
  const all: Allowance = { left: ALL };
  const outcomes: FileOutcome[] = [];
  const taken = new Map<string, string>();
  for (const file of openAll(given)) {
    const outcome: FileOutcome = {
      ...{ file: file.name, returnId: null, firm: null, outcome: "REFUSED", message: null, notSent: [] },
    };
    outcomes.push(outcome);
    const inside = { left: Math.min(all.left, EACH) };
    const allowed = inside.left;
    try {
      let found: Found | null = null;
      const bytes = await file.open(inside);
      const definitionOf = async (owner: string | null) => {
        found = await findOwn(viewer, roundId, owner);
        Object.assign(outcome, whoseOf(found));
        return found.definition;
      };
      const read = await readReturnWorkbook(bytes, definitionOf, says, locale, inside);
      if (found) Object.assign(outcome, await bringOne(viewer, { found, send, taken }, file.name, read));
    } catch (thrown) {
      outcome.message = messageOfThrown(thrown);
    }
    all.left -= allowed - inside.left;
  }
  return outcomes;
}

function messageOfThrown(thrown: unknown): string {
  // What the database refuses comes out of a service in words.
  if (thrown instanceof AppError) return thrown.message;
  logger.error({ err: thrown }, "a workbook could not be brought in");
  return "errors.unexpected";
}

type Found = NonNullable<Awaited<ReturnType<typeof getReturn>>>;
type Read = { answers: Answers; reasons: Reasons };

/** The return that a workbook was made for. @throws AppError where it names none, or one that is not of the round */
async function findOwn(viewer: Viewer, roundId: string, owner: string | null): Promise<Found> {
  if (owner === null) throw invalid({}, "returns.errors.fileNobody");
  const found = await getReturn(viewer, owner);
  if (found?.round.id !== roundId) throw invalid({}, "returns.errors.fileOtherRound");
  return found;
}

const whoseOf = ({ id, enterprise: { nameZh, nameEn } }: Found) => ({
  returnId: id,
  firm: { nameZh, nameEn },
});

type Bringing = { found: Found; send: boolean; taken: Map<string, string> };

async function bringOne(
  viewer: Viewer,
  { found, send, taken }: Bringing,
  file: string,
  { answers, reasons }: Read,
): Promise<Pick<FileOutcome, "outcome"> & { notSent?: NotSent[] }> {
  const { id, version } = found;
  const before = taken.get(id);
  if (before !== undefined) throw conflict(messageOf("returns.errors.fileTwice", { file: before }));
  taken.set(id, file);
  if (Object.keys(answers).length === 0) throw invalid({}, "returns.errors.fileEmpty");
  const by = viewerVia(viewer, "IMPORT");
  const said = { id, answers, reasons };
  const same = found.state !== "NOT_STARTED" && isSame(found, said);
  if (same && !send) return { outcome: "UNCHANGED" };
  const draft = same ? { version } : await saveDraft(by, saveDraftSchema.parse({ ...said, version }));
  if (!send) return { outcome: "DRAFT" };
  const notSent = await trySending(by, found.definition, { ...said, version: draft.version });
  return { outcome: notSent.length === 0 ? "SENT" : "DRAFT", notSent };
}

/** Why it was not sent, by question in the order of the form; nothing where it was. */
async function trySending(viewer: Viewer, definition: ReturnDefinition, input: object): Promise<NotSent[]> {
  try {
    await submitReturn(viewer, submitReturnSchema.parse(input));
    return [];
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.code !== "INVALID" || !thrown.fieldErrors) throw thrown;
    const problems = Object.entries(thrown.fieldErrors);
    const of = (key: string) => problems.find(([path]) => path.split(".")[1] === key);
    const named = fieldsOf(definition).flatMap(({ key, labelZh, labelEn }): NotSent[] => {
      const [path, message] = of(key) ?? [];
      if (message === undefined) return [];
      const question = { nameZh: labelZh, nameEn: labelEn };
      const said = path?.startsWith("reasons.") ? "returns.errors.reasonMissing" : message;
      return [{ key, question, message: said }];
    });
    if (named.length === 0) throw thrown;
    return named;
  }
}

const isSame = (a: Pick<Read, "answers" | "reasons">, b: Pick<Read, "answers" | "reasons">) =>
  sorted(a.answers) === sorted(b.answers) && sorted(a.reasons) === sorted(b.reasons);
const sorted = (values: object) =>
  JSON.stringify(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)));

/** What a system or an archive program adds of its own, and our own list, are no workbooks. */
const PASSED = /(^|\/)(__MACOSX\/|\.|Thumbs\.db$|manifest\.csv$|~\$)/i;

/** @throws AppError for more files than are taken at once */
function openAll(given: Given[]): Opened[] {
  const opened = given.flatMap(({ name, bytes }): Opened[] => {
    const entries = entriesOf(bytes);
    if (entries === null) return [{ name, open: async () => bytes }];
    if (entries === "broken") return [{ name, open: () => Promise.reject(fileRefused("broken")) }];
    const files = entries.filter((entry) => !entry.name.endsWith("/") && !PASSED.test(entry.name));
    if (files.length === 0)
      return [{ name, open: () => Promise.reject(invalid({}, "returns.errors.zipEmpty")) }];
    return files.map((entry) => ({
      name: entry.name.split("/").at(-1) ?? entry.name,
      open: (inside) => unfold(entry, inside),
    }));
  });
  if (opened.length > MOST_WORKBOOKS)
    throw invalid({}, messageOf("returns.errors.tooManyFiles", { max: MOST_WORKBOOKS }));
  return opened;
}

function entriesOf(bytes: Buffer): ZipEntry[] | "broken" | null {
  try {
    return isArchive(bytes) ? listZip(bytes, MOST_WORKBOOKS * 2) : null;
  } catch {
    return "broken";
  }
}

async function unfold(entry: ZipEntry, inside: Allowance): Promise<Buffer> {
  const pieces: Buffer[] = [];
  try {
    inside.left -= await inflateEntry(entry, inside.left, (piece) => pieces.push(piece));
  } catch (error) {
    inside.left = 0;
    throw error;
  }
  return Buffer.concat(pieces);
}
