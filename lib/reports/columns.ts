import type { Cell, CellKind } from "@/lib/platform/files/file-table";
import { type Formats, NO_VALUE } from "@/lib/platform/i18n/formats";
import type { Locale } from "@/lib/platform/i18n/locales";

/** What a column holds; a LABEL is a message key (it has a dot in it), shown in the reader's words. */
export type ColumnKind =
  | "TEXT"
  | "LABEL"
  | "AREA"
  | "COUNT"
  | "RATE"
  | "YEARS"
  | "DAYS"
  | "POINTS"
  | "INDEX"
  | "NUMBER"
  | "DATE";

/** One column of a report, declared once: the page, the workbook and the CSV are all drawn from it. */
export interface ReportColumn<Row> {
  key: string;
  /** A message key. */
  header: string;
  /** The header as it stands, where the office named the column itself and there is no message. */
  name?: string;
  kind: ColumnKind;
  /** A code or a short word, which never breaks over lines. */
  short?: boolean;
  value: (row: Row, locale: Locale) => string | number | null;
}

/** Looks a message key up; `useTranslations()` or a translator of another language. */
export type Say = (key: string) => string;

/** The same, looking each key up once: of a list's labels, a few words stand in all its rows. */
export function sayingOnce(say: Say): Say {
  const said = new Map<string, string>();
  return (key) => {
    const known = said.get(key);
    if (known !== undefined) return known;
    const words = say(key);
    said.set(key, words);
    return words;
  };
}

const FILE_KINDS: Record<ColumnKind, CellKind> = {
  TEXT: "text",
  LABEL: "text",
  AREA: "decimal",
  COUNT: "whole",
  RATE: "percent",
  YEARS: "number",
  DAYS: "whole",
  POINTS: "number",
  INDEX: "number",
  NUMBER: "number",
  DATE: "date",
};

export function isFigure(kind: ColumnKind): boolean {
  return kind !== "TEXT" && kind !== "LABEL" && kind !== "DATE";
}

/** What stands over a column. */
export function headerOf({ name, header }: Pick<ReportColumn<never>, "name" | "header">, say: Say): string {
  return name ?? say(header);
}

export function toFileColumns<Row>(columns: ReportColumn<Row>[], say: Say) {
  return columns.map((column) => ({ header: headerOf(column, say), kind: FILE_KINDS[column.kind] }));
}

/** The row's values as a file has them: full precision, labels in words. */
export function toCells<Row>(columns: ReportColumn<Row>[], row: Row, locale: Locale, say: Say): Cell[] {
  return columns.map(({ kind, value }) => {
    const cell = value(row, locale);
    return kind === "LABEL" && typeof cell === "string" ? toLabel(cell, say) : cell;
  });
}

function toLabel(text: string, say: Say): string {
  return text.includes(".") ? say(text) : text;
}

/** A value as a page shows it. */
export function toText(kind: ColumnKind, value: string | number | null, formats: Formats, say: Say): string {
  if (value === null || value === "") return NO_VALUE;
  switch (kind) {
    case "TEXT":
      return String(value);
    case "LABEL":
      return toLabel(String(value), say);
    case "DATE":
      return formats.date(String(value));
    case "AREA":
    case "YEARS":
    case "INDEX":
    case "NUMBER":
      return formats.area(value);
    case "COUNT":
      return formats.count(value);
    case "RATE":
      return formats.percent(Number(value));
    case "DAYS":
      return formats.change(Number(value));
    case "POINTS":
      return formats.points(Number(value));
  }
}
