import type { CustomFieldDto, CustomKept } from "../domain/custom-fields/dto";
import { readCustomValue } from "../domain/custom-fields/rules";
import { findIdentifierProblem, isDamagedCode, toIdentifier } from "../domain/enterprises/rules";
import { type CivilDate, fromDayNumber } from "../platform/dates/civil";
import { parseCivilDate } from "../platform/dates/parse";
import { messageOf } from "../platform/errors/app-error";
import { parseHumanNumber } from "../platform/values/parse-number";
import { tagList } from "../platform/values/text";
import type { Mapping, Problem, Row } from "./types";
import { booleanWords, toWordKey, type Vocabulary } from "./words";

const SPREADSHEET_ERROR = /^#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!|CALC!)$/;
const NOTHING = /^([-—–/\\]+|无|n\/?a|nil|null|none|暂无|不详|\.)$/i;
/** The day before the first of a spreadsheet's calendar, whose 29 February 1900 never was. */
const SERIAL_ZERO = -25_569;

/** Days that a bare number may stand for: 1927-05-18 to 2100-12-31. Years (2022) are no serials. */
const SERIALS = { min: 10_000, max: 73_415 };

/**
 * Reads one row's cells by field. What is blank is null; what cannot be read is null and a problem at its cell,
 * so that one look at a row finds all that is wrong with it.
 */
export class CellReader {
  readonly n: number;
  readonly problems: Problem[] = [];

  constructor(
    private readonly row: Row,
    private readonly mapping: Mapping,
  ) {
    this.n = row.n;
  }

  refuse(field: string | null, code: string, message: string): null {
    this.problems.push({ row: this.n, field, code, message });
    return null;
  }

  get failed(): boolean {
    return this.problems.length > 0;
  }

  /** The cell as it stands, null where there is nothing or no such column. */
  raw(field: string): string | null {
    const column = this.mapping[field];
    const text = column === undefined ? "" : (this.row.cells[column] ?? "");
    if (text === "" || NOTHING.test(text)) return null;
    if (SPREADSHEET_ERROR.test(text)) return this.refuse(field, "CELL_ERROR", "imports.errors.cellError");
    if (text.startsWith("=")) return this.refuse(field, "FORMULA", "imports.errors.formula");
    return text;
  }

  /** Names and words; line breaks inside become spaces. */
  text(field: string, max = 200): string | null {
    const text = this.raw(field)?.replace(/\s+/g, " ") ?? null;
    if (text === null || text.length <= max) return text;
    return this.refuse(field, "TOO_LONG", messageOf("errors.tooLong", { max }));
  }

  /** Codes and numbers of papers: plain width. A number of a paper that a spreadsheet has rounded is refused. */
  code(field: string, max: number): string | null {
    const text = this.text(field, max)?.normalize("NFKC").trim() ?? null;
    if (text !== null && isDamagedCode(text)) {
      return this.refuse(field, "DAMAGED_CODE", "enterprises.errors.damagedCode");
    }
    return text;
  }

  identifier(field: string, type: "USCC" | "UEN"): string | null {
    const text = this.raw(field);
    if (text === null) return null;
    if (isDamagedCode(text.normalize("NFKC"))) {
      return this.refuse(field, "DAMAGED_CODE", "enterprises.errors.damagedCode");
    }
    const value = toIdentifier(text);
    const problem = findIdentifierProblem(type, value);
    return problem ? this.refuse(field, type, problem) : value;
  }

  date(field: string): CivilDate | null {
    const text = this.raw(field);
    if (text === null) return null;
    const date = toDate(text);
    if (!date) return this.refuse(field, "DATE", "errors.date");
    if (date < "1900-01-01" || date > "2100-12-31") {
      return this.refuse(field, "DATE_RANGE", "errors.dateRange");
    }
    return date;
  }

  /** A plain decimal to so many places; a spreadsheet's further digits are rounded off. */
  decimal(field: string, rules: { dp: number; min: number; max: number }): string | null {
    const text = this.raw(field);
    if (text === null) return null;
    const number = parseHumanNumber(text);
    if (number === null) return this.refuse(field, "NUMBER", "errors.number");
    const rounded = roundTo(number, rules.dp);
    const value = Number(rounded);
    if (value < rules.min)
      return this.refuse(field, "TOO_SMALL", messageOf("errors.atLeast", { min: rules.min }));
    if (value > rules.max)
      return this.refuse(field, "TOO_LARGE", messageOf("errors.atMost", { max: rules.max }));
    return rounded;
  }

  count(field: string, max: number): number | null {
    const text = this.raw(field)?.replace(/\s*(人|名|persons?|people|pax)$/i, "") ?? null;
    if (text === null) return null;
    const number = parseHumanNumber(text);
    if (number === null) return this.refuse(field, "NUMBER", "errors.number");
    const value = Number(number);
    if (!Number.isInteger(value)) return this.refuse(field, "WHOLE", "errors.whole");
    if (value < 0) return this.refuse(field, "TOO_SMALL", messageOf("errors.atLeast", { min: 0 }));
    return value > max ? this.refuse(field, "TOO_LARGE", messageOf("errors.atMost", { max })) : value;
  }

  choice(field: string, words: Vocabulary): string | null {
    const text = this.raw(field);
    if (text === null) return null;
    return (
      words.get(toWordKey(text)) ?? this.refuse(field, "CHOICE", messageOf("imports.errors.choice", { text }))
    );
  }

  boolean(field: string): boolean | null {
    // 无, N/A and the like are answers here.
    const column = this.mapping[field];
    const text = column === undefined ? "" : (this.row.cells[column] ?? "").trim();
    if (text === "") return null;
    const word = booleanWords.get(toWordKey(text));
    if (word) return word === "true";
    return NOTHING.test(text)
      ? null
      : this.refuse(field, "YES_NO", messageOf("imports.errors.yesNo", { text }));
  }

  /** Tags in one cell, with commas between. */
  tags(field: string): string[] {
    const read = tagList().safeParse(this.raw(field));
    if (read.success) return read.data;
    this.refuse(field, "TAGS", read.error.issues[0]?.message ?? "errors.tagsMany");
    return [];
  }

  /** What the row says in the office's own fields, as it is kept; a spreadsheet's day numbers are days. */
  custom(fields: CustomFieldDto[]): CustomKept {
    const said: CustomKept = {};
    for (const field of fields) {
      const name = ownColumn(field);
      const text = this.raw(name);
      if (text === null) continue;
      const read = readCustomValue(field, toWritten(field, text));
      if ("problem" in read) this.refuse(name, "CUSTOM", read.problem);
      else said[field.id] = field.type === "NUMBER" ? Number(read.value) : read.value;
    }
    return said;
  }

  /** Refuses what must be there and is not, unless the cell was refused already. */
  need(field: string, value: unknown): void {
    if (value !== null || this.problems.some((problem) => problem.field === field)) return;
    this.refuse(field, "REQUIRED", "imports.errors.required");
  }
}

/** The name of a custom field among a file's columns. */
export const ownColumn = ({ key }: { key: string }) => `cf_${key}`;

/** A spreadsheet's cell as a person would have written it. */
function toWritten({ type, decimals }: CustomFieldDto, text: string): string {
  if (type === "DATE") return toDate(text) ?? text;
  const number = type === "NUMBER" ? parseHumanNumber(text) : null;
  return number === null ? text : roundTo(number, decimals ?? 2);
}

/** A date in any human form, with or without its time, or a spreadsheet's day number. */
export function toDate(text: string): CivilDate | null {
  const plain = text.normalize("NFKC").trim();
  const date =
    parseCivilDate(plain) ?? parseCivilDate(plain.replace(/[ t]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?$/i, ""));
  if (date) return date;
  if (!/^\d{5}(\.\d+)?$/.test(plain)) return null;
  const serial = Math.floor(Number(plain));
  return serial >= SERIALS.min && serial <= SERIALS.max ? fromDayNumber(serial + SERIAL_ZERO) : null;
}

/** Half up, on the digits themselves. */
export function roundTo(number: string, dp: number): string {
  const [whole = "0", fraction = ""] = number.split(".");
  if (fraction.length <= dp) return number;
  const digits =
    BigInt(whole.replace("-", "") + fraction.slice(0, dp)) + (Number(fraction[dp]) >= 5 ? 1n : 0n);
  const text = digits.toString().padStart(dp + 1, "0");
  const rounded = dp === 0 ? text : `${text.slice(0, -dp)}.${text.slice(-dp)}`;
  return whole.startsWith("-") && digits !== 0n ? `-${rounded}` : rounded;
}
