import "server-only";
import { answerProblems } from "@/lib/platform/api/route";
import { wordsFor } from "@/lib/platform/api/words";
import { currentViewer } from "@/lib/platform/auth/session";
import { asOfFrom } from "@/lib/platform/dates/as-of";
import { signedOut } from "@/lib/platform/errors/app-error";
import { downloadHeaders, type FileTable, toFileName } from "@/lib/platform/files/file-table";
import { CSV_TYPE, streamCsv } from "@/lib/platform/files/write-csv";
import { streamWorkbook, XLSX_TYPE } from "@/lib/platform/files/write-xlsx";
import type { Locale } from "@/lib/platform/i18n/locales";
import { currentLocale } from "@/lib/platform/i18n/translator";
import { chooseColumns, readColumns } from "@/lib/platform/paging/columns";
import { byIds } from "@/lib/platform/paging/in-order";
import { firstValues } from "@/lib/platform/paging/list-params";
import { type Say, sayingOnce, toCells, toFileColumns } from "@/lib/reports/columns";
import type { List, ListRequest } from "./list";

/** The list as a table of a file, in the words of a language. Its rows are read as they are taken. */
export async function toListTable<Row>(
  list: List<Row>,
  request: ListRequest,
  locale: Locale,
  say: Say,
): Promise<FileTable> {
  const [all, ids] = await Promise.all([
    list.columns({ viewer: request.viewer, asOf: request.asOf, locale, say }),
    list.ids(request),
  ]);
  const asked = readColumns(request.values);
  const shown = chooseColumns(all, asked);
  // What a retired field still holds is in a file, unless the reader said which columns it has.
  const columns = asked
    ? shown
    : [...shown, ...all.filter((column) => column.inFiles && !shown.includes(column))];
  return { name: say(list.title), columns: toFileColumns(columns, say), rows: cells() };

  async function* cells() {
    const once = sayingOnce(say);
    for await (const row of byIds(ids, (some) => list.rows(request, some))) {
      yield toCells(columns, row, locale, once);
    }
  }
}

/** The handler of a list's download: `?format=csv`, else a workbook, with the list's own filters, sort and columns. */
export function serveList<Row>(list: List<Row>) {
  return serveTable((request, locale, say) => toListTable(list, request, locale, say));
}

/** The same for a table that is no list. */
export function serveTable(build: (request: ListRequest, locale: Locale, say: Say) => Promise<FileTable>) {
  return (request: Request): Promise<Response> =>
    answerProblems(request, async () => {
      const viewer = await currentViewer();
      if (!viewer) throw signedOut();
      const values = firstValues(Object.fromEntries(new URL(request.url).searchParams));
      const locale = await currentLocale();
      const words = await wordsFor(locale);
      const asOf = asOfFrom(values);
      const table = await build({ viewer, values, asOf }, locale, (key) => words(key));
      return values.format === "csv"
        ? new Response(streamCsv(table), {
            headers: downloadHeaders(toFileName([table.name, asOf], "csv"), CSV_TYPE),
          })
        : new Response(streamWorkbook([table]), {
            headers: downloadHeaders(toFileName([table.name, asOf], "xlsx"), XLSX_TYPE),
          });
    });
}
