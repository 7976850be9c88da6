import "server-only";
import { fieldsOf } from "../domain/return-forms/rules";
import { type ReturnDefinition, softReasons } from "../domain/return-forms/schema";
import { type Answers, checkTypes, type Reasons } from "../domain/returns/rules-answers";
import { invalid, messageOf } from "../platform/errors/app-error";
import type { Allowance } from "../platform/files/read-xlsx";
import type { Locale } from "../platform/i18n/locales";
import { nameOf } from "../platform/i18n/names";
import { cleanCell, readGrids } from "./read-file";
import { ownerOf, type WorkbookColumn, workbookColumns, workbookHeader } from "./return-table";

type Say = (key: string) => string;

/**
 * What a firm typed into its workbook, or into a CSV of it. Columns may have been moved, rows left out or sorted; each
 * is found by its key. `owner` is the return that the workbook was made for, where it still says so.
 * @param definitionOf the questions that it was made of, once it is known whose it is
 * @param says translators of both languages: the file may be in either
 * @throws AppError INVALID where the file holds no such table, or an answer is of the wrong kind: the question is named
 */
export async function readReturnWorkbook(
  bytes: Buffer,
  definitionOf: (owner: string | null) => ReturnDefinition | Promise<ReturnDefinition>,
  says: readonly Say[],
  locale: Locale,
  inside?: Allowance,
): Promise<{ owner: string | null; answers: Answers; reasons: Reasons }> {
  const grids = await readGrids(bytes, inside);
  for (const { rows } of grids) {
    const head = rows.findIndex(({ cells }) => cells.some((cell) => isHeader("key", cell, says)));
    if (head < 0) continue;
    const at = (column: WorkbookColumn) =>
      rows[head]?.cells.findIndex((cell) => isHeader(column, cell, says)) ?? -1;
    const places = Object.fromEntries(workbookColumns.map((column) => [column, at(column)]));
    const answers: Answers = {};
    const reasons: Reasons = {};
    const filled = rows.slice(head + 1).map(({ cells }) => {
      return (column: WorkbookColumn) => cleanCell(cells[places[column] ?? -1] ?? "");
    });
    const owner = filled.map((cell) => ownerOf(cell("key"))).find((id) => id !== null) ?? null;
    const definition = await definitionOf(owner);
    const known = new Map(fieldsOf(definition).map((field) => [field.key, field]));
    for (const cell of filled) {
      const key = cell("key");
      if (!known.has(key)) continue;
      if (cell("answer")) answers[key] = cell("answer");
      const code = softReasons.find((reason) => reason === cell("reasonCode").toUpperCase()) ?? "";
      if (code || cell("reasonWords")) reasons[key] = { code, words: cell("reasonWords") };
    }
    const [wrong] = Object.keys(checkTypes(definition, answers).hard);
    const field = wrong === undefined ? undefined : known.get(wrong);
    if (!field) return { owner, answers, reasons };
    const question = nameOf(locale, { nameZh: field.labelZh, nameEn: field.labelEn });
    throw invalid({}, messageOf("returns.errors.fileAnswer", { question, answer: answers[field.key] }));
  }
  throw invalid({}, "returns.errors.fileOther");
}

function isHeader(column: WorkbookColumn, cell: string, says: readonly Say[]): boolean {
  return says.some((say) => say(workbookHeader(column)) === cleanCell(cell));
}
