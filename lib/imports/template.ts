import "server-only";
import { wordsFor } from "../platform/api/words";
import type { Viewer } from "../platform/auth/viewer";
import { downloadHeaders, toFileName } from "../platform/files/file-table";
import { streamWorkbook, XLSX_TYPE } from "../platform/files/write-xlsx";
import type { Locale } from "../platform/i18n/locales";
import { listOwnColumns } from "./facts-own";
import { columnsOf, type Field } from "./fields";
import type { ImportKind } from "./types";

/** An empty workbook with every column of a kind in one language, and a sheet that says what goes into them. */
export async function templateWorkbook(viewer: Viewer, kind: ImportKind, locale: Locale): Promise<Response> {
  const t = await wordsFor(locale);
  const fields = columnsOf(kind, await listOwnColumns(viewer, kind));
  const headerOf = ({ name, zh, en }: Field) => (locale === "zh" ? zh : (en ?? name));
  const text = (header: string, width?: number) => ({ header, kind: "text" as const, width });
  const yes = t("imports.templateColumns.yes");
  const notes = fields.map(({ name, en, zh, example, needed }) => [
    en ?? name,
    zh,
    needed ? yes : "",
    example,
  ]);
  const title = t(`imports.kind.${kind}`);
  const tables = [
    { name: title, columns: fields.map((field) => text(headerOf(field), 18)), rows: [] },
    {
      name: t("imports.notes"),
      columns: ["column", "zh", "needed", "example"].map((key) =>
        text(t(`imports.templateColumns.${key}`), 28),
      ),
      rows: notes,
    },
  ];
  const name = toFileName([title, t("imports.templates")], "xlsx");
  return new Response(streamWorkbook(tables), { headers: downloadHeaders(name, XLSX_TYPE) });
}
