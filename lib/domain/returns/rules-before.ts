import { fieldsOf, fromMillionths, toMillionths } from "../return-forms/rules";
import type { ReturnDefinition, ReturnField } from "../return-forms/schema";
import type { Answers } from "./rules-answers";

/** A figure that moved more than its field expects. `percent` is null where it was nothing before. */
export type SoftChange = {
  against: "LAST" | "YEAR_AGO";
  was: string;
  percent: string | null;
  limit: string;
};

export type Before = { last: Answers | null; yearAgo: Answers | null };

/** What of a figure moved more than its field expects, since last time and since a year ago. */
export function findChanges({ key, soft }: ReturnField, value: string, before: Before): SoftChange[] {
  return [
    findChange("LAST", soft.last, value, before.last?.[key]),
    findChange("YEAR_AGO", soft.yearAgo, value, before.yearAgo?.[key]),
  ].filter((change) => change !== null);
}

/** Exactly: |now − was| × 100 > limit × |was|. From nothing, every change is beyond. */
function findChange(
  against: SoftChange["against"],
  limit: string | null,
  value: string,
  was: string | undefined,
): SoftChange | null {
  if (limit === null || was === undefined) return null;
  const before = toMillionths(was);
  const moved = abs(toMillionths(value) - before);
  if (moved * 100_000_000n <= toMillionths(limit) * abs(before)) return null;
  // Tenths of a per cent, halves up.
  const tenths = before === 0n ? null : (moved * 2000n + abs(before)) / (abs(before) * 2n);
  return { against, was, limit, percent: tenths === null ? null : `${tenths / 10n}.${tenths % 10n}` };
}

const abs = (value: bigint) => (value < 0n ? -value : value);

/** Earlier answers in the words of another version of the form: figures of one kind alone, amounts in its unit. */
export function toComparable(then: ReturnDefinition, answers: Answers, now: ReturnDefinition): Answers {
  const earlier = new Map(fieldsOf(then).map((field) => [field.key, field]));
  const comparable: Answers = {};
  for (const field of fieldsOf(now)) {
    const [was, answer] = [earlier.get(field.key), answers[field.key]];
    if (was?.type !== field.type || answer === undefined) continue;
    if (field.type === "CHOICE" && !field.options.some(({ key }) => key === answer)) continue;
    comparable[field.key] = was.money === field.money ? answer : toUnit(answer, field.money);
  }
  return comparable;
}

const toUnit = (answer: string, money: ReturnField["money"]) =>
  money === "WAN" ? fromTenBillionths(toMillionths(answer)) : fromMillionths(toMillionths(answer) * 10_000n);

/** A ten-thousandth of a number of millionths, whatever places that takes. */
function fromTenBillionths(value: bigint): string {
  const digits = String(abs(value)).padStart(11, "0");
  const fraction = digits.slice(-10).replace(/0+$/, "");
  return `${value < 0n ? "-" : ""}${digits.slice(0, -10)}${fraction ? `.${fraction}` : ""}`;
}
