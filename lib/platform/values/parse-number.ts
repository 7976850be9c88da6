/** 万 and 亿 move the decimal point; the digits themselves never pass through a float. */
const scales: Record<string, number> = { 千: 3, 万: 4, 萬: 4, 亿: 8, 億: 8, 万亿: 12 };

const shape = /^([+-]?)(\d[\d, ']*|\d*)(?:\.(\d*))?\s?(千|万亿|万|萬|亿|億)?$/;

/**
 * A number as people write it, to a plain decimal string; null when it is none. Accepts 1,250.5 · 1 250.5 ·
 * １２５０ · 3万 · 1.4亿 · 12,0000, and a trailing m² or %. A comma that does not group digits (1,5) is refused.
 */
export function parseHumanNumber(text: string): string | null {
  const plain = text
    .replace(/\s*(m²|㎡|平方米|平米|[%％])\s*$/, "")
    .normalize("NFKC")
    .replace(/[\u2212\u2013]/g, "-")
    .trim();
  const found = shape.exec(plain);
  if (!found) return null;
  const [, sign = "", whole = "", fraction = "", scale] = found;
  if (whole === "" && fraction === "") return null;
  if (!groupsDigits(whole)) return null;
  const digits = whole.replace(/[, ']/g, "");
  return shift(sign, digits, fraction, scale ? (scales[scale] ?? 0) : 0);
}

/** Separators stand between groups of three digits, or of four as Chinese ledgers have them. */
function groupsDigits(whole: string): boolean {
  const groups = whole.split(/[, ']/);
  if (groups.length === 1) return true;
  const [first = "", ...rest] = groups;
  return [3, 4].some(
    (size) => first.length >= 1 && first.length <= size && rest.every((group) => group.length === size),
  );
}

function shift(sign: string, whole: string, fraction: string, places: number): string {
  const padded = fraction.padEnd(places, "0");
  const integer = (whole + padded.slice(0, places)).replace(/^0+(?=\d)/, "") || "0";
  const rest = padded.slice(places).replace(/0+$/, "");
  const number = rest ? `${integer}.${rest}` : integer;
  return sign === "-" && /[1-9]/.test(number) ? `-${number}` : number;
}

export function decimalPlaces(number: string): number {
  return number.split(".")[1]?.length ?? 0;
}
