import "server-only";
import { returnStateLabel } from "../domain/returns/labels";
import { listAwaitedIds, listFillable } from "../domain/returns/queries-workbooks";
import { wordsFor } from "../platform/api/words";
import type { Viewer } from "../platform/auth/viewer";
import { type Cell, type FileTable, toFileName } from "../platform/files/file-table";
import { streamCsv } from "../platform/files/write-csv";
import { streamWorkbook } from "../platform/files/write-xlsx";
import { streamZip, type ZipFile } from "../platform/files/write-zip";
import type { Locale } from "../platform/i18n/locales";
import { nameOf } from "../platform/i18n/names";
import { translateMessage } from "../platform/i18n/translate-message";
import { byIds } from "../platform/paging/in-order";
import { toWorkbook } from "./return-table";
import type { FileOutcome } from "./return-workbooks";

/** So many returns are read at a time. */
const SOME = 50;
/** A name is cut after so many characters, so that no file system refuses the file's. */
const NAME = 60;

type Round = { id: string; code: string };

/**
 * The workbooks of a round's firms as one archive, prefilled, numbered by park and name; with a list of them, so that
 * whoever sends them out sees which is whose. One workbook is held at a time.
 */
export async function zipWorkbooks(viewer: Viewer, round: Round, locale: Locale) {
  const [ids, words] = await Promise.all([listAwaitedIds(viewer, round.id), wordsFor(locale)]);
  const say = (key: string) => words(key);
  const digits = Math.max(3, String(ids.length).length);
  return streamZip(files(), new Date());

  async function* files(): AsyncGenerator<ZipFile> {
    const listed: Cell[][] = [];
    for await (const found of byIds(ids, (some) => listFillable(viewer, some), SOME)) {
      const firm = nameOf(locale, found.enterprise);
      const number = String(listed.length + 1).padStart(digits, "0");
      const name = toFileName([number, found.park.code, firm.slice(0, NAME)], "xlsx");
      const due = found.own.dueOn;
      listed.push([name, firm, nameOf(locale, found.park), say(returnStateLabel(found.state)), due]);
      yield { name, bytes: await toBytes(streamWorkbook([toWorkbook(found, locale, say)])) };
    }
    yield { name: "manifest.csv", bytes: await toBytes(streamCsv(toManifest(listed, say))) };
  }
}

const manifestColumns = ["file", "firm", "park", "state", "due"] as const;

function toManifest(rows: Cell[][], say: (key: string) => string): FileTable {
  const columns = manifestColumns.map((key) => ({
    header: say(`returns.manifest.${key}`),
    kind: key === "due" ? ("date" as const) : ("text" as const),
  }));
  return { name: "manifest", columns, rows };
}

async function toBytes(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** What became of the files, in a reader's words. */
export async function tellOutcomes(outcomes: FileOutcome[], locale: Locale) {
  const words = await wordsFor(locale);
  return {
    files: outcomes.map(({ file, returnId, firm, outcome, message, notSent }) => ({
      ...{ file, returnId, firm: firm && nameOf(locale, firm), outcome },
      message: message === null ? null : translateMessage(words, message),
      notSent: notSent.map((one) => ({
        ...{ key: one.key, question: nameOf(locale, one.question) },
        message: translateMessage(words, one.message),
      })),
    })),
  };
}

export type ToldOutcomes = Awaited<ReturnType<typeof tellOutcomes>>;
