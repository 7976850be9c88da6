import "server-only";
import type { AnyWords } from "../platform/api/words";
import { wordsFor } from "../platform/api/words";
import { translateMessage } from "../platform/i18n/translate-message";
import type { Counts, Mapping, Problem } from "./types";

/** A problem as files and the API tell it: the file's own row and header, in both languages. */
export type ToldProblem = {
  row: number;
  column: string;
  code: string;
  message: { en: string; zh: string };
};

/** Says problems in both languages; equal messages are put into words once. */
export async function tellProblems(
  problems: Problem[],
  file: { headers: string[]; mapping: Mapping },
): Promise<ToldProblem[]> {
  const [en, zh] = await Promise.all([wordsFor("en"), wordsFor("zh")]);
  const [inEnglish, inChinese] = [teller(en), teller(zh)];
  return problems.map(({ row, field, code, message }) => ({
    row,
    column: columnOf(field, file),
    code,
    message: { en: inEnglish(message), zh: inChinese(message) },
  }));
}

/** The header as it stands in the file; a column that is missing by the name that would be recognised. */
export function columnOf(field: string | null, file: { headers: string[]; mapping: Mapping }): string {
  if (field === null) return "";
  const column = file.mapping[field];
  return (column === undefined ? undefined : file.headers[column]) || field;
}

function teller(words: AnyWords): (message: string) => string {
  const told = new Map<string, string>();
  return (message) => {
    let text = told.get(message);
    if (text === undefined) {
      text = translateMessage(words, message);
      told.set(message, text);
    }
    return text;
  };
}

/** What the API answers of an import. */
export function toAnswer(id: string, counts: Counts, errors: ToldProblem[], notes: ToldProblem[]) {
  const { rows, created, updated, unchanged, duplicates } = counts;
  return { id, rows, created, updated, unchanged, duplicates, errors, notes };
}
