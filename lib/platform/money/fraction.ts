/** An exact quotient of whole numbers; the denominator is above zero. Sums and products lose nothing. */
export type Fraction = { readonly top: bigint; readonly bottom: bigint };

const SHAPE = /^(-?)(\d+)(?:\.(\d+))?$/;

export const NOTHING: Fraction = { top: 0n, bottom: 1n };

/** A plain decimal text, `"6.40"`, exactly. @throws RangeError for anything else */
export function toFraction(text: string): Fraction {
  const match = SHAPE.exec(text);
  if (!match) throw new RangeError(`Not a decimal: ${text}`);
  const [, sign, whole = "", fraction = ""] = match;
  const top = BigInt(whole + fraction);
  return reduce(sign ? -top : top, 10n ** BigInt(fraction.length));
}

export function add(a: Fraction, b: Fraction): Fraction {
  return reduce(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);
}

export function times(a: Fraction, b: Fraction): Fraction {
  return reduce(a.top * b.top, a.bottom * b.bottom);
}

/** @throws RangeError over nothing */
export function over(a: Fraction, b: Fraction): Fraction {
  if (b.top === 0n) throw new RangeError("Nothing divides by zero");
  const sign = b.top < 0n ? -1n : 1n;
  return reduce(a.top * b.bottom * sign, a.bottom * b.top * sign);
}

/** As a decimal text with so many places, halves away from zero: the one rounding, at the end. */
export function toDecimal({ top, bottom }: Fraction, places: number): string {
  const negative = top < 0n;
  const scaled = (negative ? -top : top) * 10n ** BigInt(places);
  const rounded = (scaled * 2n + bottom) / (bottom * 2n);
  const digits = String(rounded).padStart(places + 1, "0");
  const cut = digits.length - places;
  const text = places === 0 ? digits : `${digits.slice(0, cut)}.${digits.slice(cut)}`;
  return negative && rounded !== 0n ? `-${text}` : text;
}

function reduce(top: bigint, bottom: bigint): Fraction {
  let [a, b] = [top < 0n ? -top : top, bottom];
  while (b > 0n) [a, b] = [b, a % b];
  return a > 1n ? { top: top / a, bottom: bottom / a } : { top, bottom };
}
