import { fieldsOf } from "@/lib/domain/return-forms/rules";
import type { ReturnDefinition, ReturnField } from "@/lib/domain/return-forms/schema";
import type { Answers, Reasons } from "@/lib/domain/returns/rules-answers";
import type { Cell, FileTable } from "@/lib/platform/files/file-table";
import type { Locale } from "@/lib/platform/i18n/locales";
import { nameOf, titleOf } from "@/lib/platform/i18n/names";

type Say = (key: string) => string;

/** The columns of a firm's workbook, in their order; it is read again by the words of their headers, in either language. */
export const workbookColumns = [
  "key",
  "section",
  "question",
  "unit",
  "definition",
  "last",
  "yearAgo",
  "answer",
  "reasonCode",
  "reasonWords",
] as const;

export type WorkbookColumn = (typeof workbookColumns)[number];

/** Whose workbook it is stands in the column of keys, where no question can have such a key. */
const OWNER = /^#([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

/** The return that a cell of the column of keys names as the workbook's own. */
export const ownerOf = (key: string): string | null => OWNER.exec(key)?.[1]?.toLowerCase() ?? null;

export const workbookHeader = (column: WorkbookColumn) => `returns.workbook.${column}`;

type Filled = {
  id: string;
  enterprise: { nameZh: string | null; nameEn: string | null };
  round: { titleZh: string | null; titleEn: string | null };
  definition: ReturnDefinition;
  answers: Answers;
  reasons: Reasons;
  last: Answers | null;
  yearAgo: Answers | null;
};

/** A firm's questions as a table to be filled in, with what it said before and what stands already. */
export function toWorkbook(
  { id, enterprise, round, definition, answers, reasons, last, yearAgo }: Filled,
  locale: Locale,
  say: Say,
): FileTable {
  const words = (zh: string | null, en: string | null) => nameOf(locale, { nameZh: zh, nameEn: en });
  const unitOf = ({ money, unitZh, unitEn }: ReturnField) =>
    money ? say(`return-forms.money.${money}`) : words(unitZh, unitEn);
  const sectionOf = new Map(
    definition.sections.flatMap((section) =>
      section.fields.map(({ key }) => [key, titleOf(locale, section)] as const),
    ),
  );
  const owner: Cell[] = [
    ...[`#${id}`, titleOf(locale, round), nameOf(locale, enterprise)],
    ...workbookColumns.slice(3).map(() => null),
  ];
  return {
    name: say("returns.one"),
    columns: workbookColumns.map((column) => ({
      header: say(workbookHeader(column)),
      // Texts keep what is typed as it is typed: an amount is read by our own rules, and never through a float.
      kind: "text",
      width: column === "definition" || column === "question" ? 48 : 18,
    })),
    rows: [owner, ...fieldsOf(definition).map(toRow)],
  };

  function toRow(field: ReturnField): Cell[] {
    const options = field.options.map(({ key, zh, en }) => `${key} = ${words(zh, en)}`).join("; ");
    const definitionOf = [words(field.definitionZh, field.definitionEn), options].filter(Boolean).join(" ");
    const reason = reasons[field.key];
    return [
      ...[field.key, sectionOf.get(field.key) ?? "", words(field.labelZh, field.labelEn), unitOf(field)],
      ...[definitionOf, last?.[field.key] ?? null, yearAgo?.[field.key] ?? null],
      ...[answers[field.key] ?? null, reason?.code || null, reason?.words || null],
    ];
  }
}
