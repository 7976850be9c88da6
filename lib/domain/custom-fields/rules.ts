import { parseCivilDate } from "@/lib/platform/dates/parse";
import type { CustomFieldType } from "@/lib/platform/db/generated/enums";
import { messageOf } from "@/lib/platform/errors/app-error";
import { decimalPlaces, parseHumanNumber } from "@/lib/platform/values/parse-number";

/** What a rule needs to know of a field. */
export type CustomRule = {
  id: string;
  type: CustomFieldType;
  required: boolean;
  decimals: number | null;
  minValue: string | null;
  maxValue: string | null;
  maxLength: number | null;
  options: { id: string; key: string; labelZh: string | null; labelEn: string | null; retired: boolean }[];
};

/** Nothing said. */
export function isBlank(value: unknown): boolean {
  return value === undefined || value === null || String(value).trim() === "";
}

/** A key of a label: ascii, lower case; empty where the label holds no such letter. */
export function toCustomKey(label: string): string {
  const plain = label
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "");
  const key = /^[a-z]/.test(plain) || plain === "" ? plain : `f_${plain}`;
  return key.slice(0, 40).replace(/_+$/, "");
}

/** The key, or the key with the first number behind it that is free. */
export function toFreeKey(key: string, taken: ReadonlySet<string>): string {
  if (!taken.has(key)) return key;
  for (let n = 2; ; n += 1) {
    const next = `${key.slice(0, 36)}_${n}`;
    if (!taken.has(next)) return next;
  }
}

/** Why a value is refused, as a message; null where it is right. */
export function findCustomProblem(field: CustomRule, value: string, before?: string): string | null {
  const read = readCustomValue(field, value, before);
  return "problem" in read ? read.problem : null;
}

/**
 * A value as it is kept, of what a person or a program wrote: one text for one meaning, so that equal is equal.
 * `before` is what the record holds: what stands is not judged by rules that came later.
 */
export function readCustomValue(
  field: CustomRule,
  text: string,
  before?: string,
): { value: string } | { problem: string } {
  if (text === before) return { value: before };
  if (field.type === "NUMBER") return readNumber(field, text);
  if (field.type === "DATE") return readDay(text);
  if (field.type === "CHOICE") return readChoice(field, text, before);
  const value = text.replace(/\r\n/g, "\n").trim();
  const max = field.maxLength ?? LONGEST;
  return value.length > max ? { problem: messageOf("errors.tooLong", { max }) } : { value };
}

const LONGEST = 4000;
/** Numbers are kept as JSON's, which JavaScript reads without loss to so many digits. */
const DIGITS = 15;

function readNumber({ decimals, minValue, maxValue }: CustomRule, text: string) {
  const value = parseHumanNumber(text);
  if (value === null || value.replace(/[-.]/g, "").length > DIGITS) return { problem: "errors.number" };
  const dp = decimals ?? 2;
  if (decimalPlaces(value) > dp)
    return { problem: dp === 0 ? "errors.whole" : messageOf("errors.decimals", { dp }) };
  if (minValue !== null && Number(value) < Number(minValue))
    return { problem: messageOf("errors.atLeast", { min: minValue }) };
  if (maxValue !== null && Number(value) > Number(maxValue))
    return { problem: messageOf("errors.atMost", { max: maxValue }) };
  return { value };
}

function readDay(text: string) {
  const value = parseCivilDate(text);
  if (!value) return { problem: "errors.date" };
  const year = Number(value.slice(0, 4));
  return year < 1900 || year > 2100 ? { problem: "errors.dateRange" } : { value };
}

/** An option by its id, its key, or either of its labels. */
function readChoice({ options }: CustomRule, text: string, before?: string) {
  const said = fold(text);
  const option = options.find(({ id, key, labelZh, labelEn }) =>
    [id, key, labelZh, labelEn].some((name) => name !== null && fold(name) === said),
  );
  if (!option) return { problem: "errors.choose" };
  return option.retired && option.id !== before
    ? { problem: "custom-fields.errors.optionRetired" }
    : { value: option.id };
}

/** One width, one case, single spaces. */
function fold(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
}

/** What a list is narrowed to in one field: the text it contains or the option it is, or a span. */
export type CustomFilter = { id: string; type: CustomFieldType; is?: string; from?: string; to?: string };

/** The name of a field's filter in an address; of a span, its two ends. A key has no dot in it. */
export const customFilterName = (key: string, end?: "from" | "to") => `cf_${key}${end ? `.${end}` : ""}`;

type Filterable = CustomRule & { key: string; retiredAt: string | null };

/** The filters that an address sets, of the fields that its reader sees; what cannot be read is no filter. */
export function readCustomFilters(fields: Filterable[], values: Record<string, unknown>): CustomFilter[] {
  return fields.flatMap((field): CustomFilter[] => {
    if (field.retiredAt !== null) return [];
    const { id, type, key } = field;
    const said = (end?: "from" | "to") => {
      const value = values[customFilterName(key, end)];
      return typeof value === "string" ? value.trim().slice(0, 200) : "";
    };
    if (type === "TEXT") return said() ? [{ id, type, is: said() }] : [];
    if (type === "CHOICE") {
      const option = field.options.find((one) => one.id === said() || one.key === said());
      return option ? [{ id, type, is: option.id }] : [];
    }
    const read = (end: "from" | "to") =>
      (type === "NUMBER" ? parseHumanNumber(said(end)) : parseCivilDate(said(end))) ?? undefined;
    const [from, to] = [read("from"), read("to")];
    return from || to ? [{ id, type, from, to }] : [];
  });
}
