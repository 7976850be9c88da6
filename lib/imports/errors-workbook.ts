import "server-only";
import { getImport, getImportFile } from "../domain/imports/queries";
import { wordsFor } from "../platform/api/words";
import type { Viewer } from "../platform/auth/viewer";
import { notFound } from "../platform/errors/app-error";
import { downloadHeaders, toFileName } from "../platform/files/file-table";
import { streamWorkbook, XLSX_TYPE } from "../platform/files/write-xlsx";
import { tellProblems } from "./answer";
import { groupBy } from "./group";
import { unpackFindings, unpackTable } from "./pack";

/**
 * The rows with errors as they stood in the file, with the reasons in both languages behind them: a workbook to
 * mend and bring in again, since the columns behind are not read. @throws AppError NOT_FOUND
 */
export async function errorsWorkbook(viewer: Viewer, id: string): Promise<Response> {
  const found = await getImport(viewer, id);
  if (!found) throw notFound();
  const file = await getImportFile(viewer, id);
  const [table, findings] = await Promise.all([unpackTable(file.table), unpackFindings(file.outcome)]);
  const told = groupBy(await tellProblems(findings.problems, found), ({ row }) => row);
  const [en, zh] = await Promise.all([wordsFor("en"), wordsFor("zh")]);
  const text = (header: string, width?: number) => ({ header, kind: "text" as const, width });
  const rows = table.rows
    .filter((row) => told.has(row.n))
    .map((row) => {
      const problems = told.get(row.n) ?? [];
      const of = (language: "en" | "zh") =>
        problems
          .map(({ column, message }) => (column ? `${column}: ${message[language]}` : message[language]))
          .join("\n");
      return [...row.cells, String(row.n), of("zh"), of("en")];
    });
  const columns = [
    ...table.headers.map((header) => text(header)),
    text(`${zh("imports.sourceRow")} ${en("imports.sourceRow")}`, 18),
    text(zh("imports.reasonZh"), 60),
    text(en("imports.reasonEn"), 60),
  ];
  const name = toFileName([found.fileName.replace(/\.\w+$/, ""), "errors"], "xlsx");
  return new Response(streamWorkbook([{ name: table.sheet ?? "errors", columns, rows }]), {
    headers: downloadHeaders(name, XLSX_TYPE),
  });
}
