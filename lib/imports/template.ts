import "server-only";
import { wordsFor } from "../platform/api/words";
import { downloadHeaders, toFileName } from "../platform/files/file-table";
import { streamWorkbook, XLSX_TYPE } from "../platform/files/write-xlsx";
import type { Locale } from "../platform/i18n/locales";
import { fieldsOf } from "./fields";
import type { ImportKind } from "./types";

/** An empty workbook with every column of a kind in one language, and a sheet that says what goes into them. */
export async function templateWorkbook(kind: ImportKind, locale: Locale): Promise<Response> {
  const t = await wordsFor(locale);
  const fields = fieldsOf[kind];
  const text = (header: string, width?: number) => ({ header, kind: "text" as const, width });
  const yes = t("imports.templateColumns.yes");
  const notes = fields.map(({ name, zh, example, needed }) => [name, zh, needed ? yes : "", example]);
  const title = t(`imports.kind.${kind}`);
  const tables = [
    { name: title, columns: fields.map(({ name, zh }) => text(locale === "zh" ? zh : name, 18)), rows: [] },
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
