/**
 * Areas and amounts to the second decimal place as whole hundredths in a plain number: sums are exact up to
 * 90,071,992,547,409.91, and far faster than a decimal object. Divide only at the very end.
 */
export type Hundredths = number;

const SHAPE = /^(-?)(\d+)(?:\.(\d+))?$/;

/** A decimal text as a whole number of its last place: `("1.5", 3)` → 1500. Throws where that is not exact. */
export function toScaled(text: string, places: number): number {
  const match = SHAPE.exec(text);
  const fraction = (match?.[3] ?? "").replace(/0+$/, "");
  const value =
    match && fraction.length <= places ? Number(match[2] + fraction.padEnd(places, "0")) : Number.NaN;
  if (!Number.isSafeInteger(value)) throw new RangeError(`Not a number to ${places} decimal places: ${text}`);
  return match?.[1] && value !== 0 ? -value : value;
}

/** `"123.4"` → 12340. */
export function toHundredths(text: string): Hundredths {
  return toScaled(text, 2);
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
