import { parseCivilDate } from "@/lib/platform/dates/parse";
import { messageOf } from "@/lib/platform/errors/app-error";
import { decimalPlaces, parseHumanNumber } from "@/lib/platform/values/parse-number";
import { fieldsOf } from "../return-forms/rules";
import type { ReturnDefinition, ReturnField, SoftReason } from "../return-forms/schema";

/** What a firm said, by the keys of the form's fields; nothing said is not there. Figures are plain decimals. */
export type Answers = Record<string, string>;
export type Reasons = Record<string, { code: SoftReason | ""; words: string }>;
/** Messages by the keys of fields. */
export type Problems = Record<string, string>;

const LONGEST_TEXT = 2000;
const MOST = 1e15;

/** What was typed, read by the type of each field; nothing need be there. Keys that the form does not know are let go. */
export function checkTypes(
  definition: ReturnDefinition,
  given: Answers,
): { answers: Answers; hard: Problems } {
  const answers: Answers = {};
  const hard: Problems = {};
  for (const field of fieldsOf(definition)) {
    const text = String(given[field.key] ?? "").trim();
    if (text === "") continue;
    const read = readAnswer(field, text);
    if ("problem" in read) hard[field.key] = read.problem;
    else answers[field.key] = read.value;
  }
  return { answers, hard };
}

function readAnswer(field: ReturnField, text: string): { value: string } | { problem: string } {
  if (field.type === "DATE") {
    const date = parseCivilDate(text);
    return date ? { value: date } : { problem: "errors.date" };
  }
  if (field.type === "CHOICE") {
    const known = field.options.some(({ key }) => key === text);
    return known ? { value: text } : { problem: "errors.choose" };
  }
  if (field.type === "TEXT") {
    if (text.length <= LONGEST_TEXT) return { value: text };
    return { problem: messageOf("errors.tooLong", { max: LONGEST_TEXT }) };
  }
  const number = parseHumanNumber(text);
  if (number === null) return { problem: "errors.number" };
  if (decimalPlaces(number) > field.decimals) {
    return { problem: field.decimals === 0 ? "errors.whole" : `errors.decimals?dp=${field.decimals}` };
  }
  if (Math.abs(Number(number)) > MOST) return { problem: messageOf("errors.atMost", { max: MOST }) };
  return { value: number };
}
