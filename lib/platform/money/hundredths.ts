/**
 * Areas and amounts to the second decimal place as whole hundredths in a plain number: sums are exact up to
 * 90,071,992,547,409.91, and far faster than a decimal object. Divide only at the very end.
 */
export type Hundredths = number;

const SHAPE = /^(-?)(\d+)(?:\.(\d{1,2})0*)?$/;

/** `"123.4"` → 12340. Throws on more than two decimal places, on no number, and beyond exact range. */
export function toHundredths(text: string): Hundredths {
  const match = SHAPE.exec(text);
  const value = match ? Number(match[2]) * 100 + Number((match[3] ?? "").padEnd(2, "0")) : Number.NaN;
  if (!Number.isSafeInteger(value)) throw new RangeError(`Not a number to two decimal places: ${text}`);
  return match?.[1] && value !== 0 ? -value : value;
}

/** 12340 → `"123.40"`. */
export function fromHundredths(value: Hundredths): string {
  const digits = String(Math.abs(value)).padStart(3, "0");
  return `${value < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** A quotient at full precision, or null over nothing. */
export function toRate(numerator: number, denominator: number): number | null {
  return denominator === 0 ? null : numerator / denominator;
}
