import type { FirmCell, Withheld } from "@/lib/reports/occupancy/publish";

/** What tests of published figures ask: whether what is told can be added up to what is not. */

/** The rank of rows of whole numbers, modulo a large prime: exact for the few rows of a test. */
function rankOf(rows: number[][]): number {
  const prime = 1_000_000_007n;
  const m = rows.map((row) => row.map((value) => ((BigInt(value) % prime) + prime) % prime));
  const power = (base: bigint, exponent: bigint): bigint =>
    exponent === 0n
      ? 1n
      : (power((base * base) % prime, exponent / 2n) * (exponent % 2n ? base : 1n)) % prime;
  let rank = 0;
  for (let column = 0; column < (m[0]?.length ?? 0); column += 1) {
    const pivot = m.findIndex((row, i) => i >= rank && row[column] !== 0n);
    if (pivot < 0) continue;
    [m[rank], m[pivot]] = [m[pivot] ?? [], m[rank] ?? []];
    const inverse = power(m[rank]?.[column] ?? 1n, prime - 2n);
    for (let i = rank + 1; i < m.length; i += 1) {
      const factor = ((m[i]?.[column] ?? 0n) * inverse) % prime;
      m[i] = (m[i] ?? []).map(
        (value, j) => (((value - factor * (m[rank]?.[j] ?? 0n)) % prime) + prime) % prime,
      );
    }
    rank += 1;
  }
  return rank;
}

/**
 * Whether any sum or difference of what is told speaks of buildings that one firm or two make alone: whether the rows
 * that are told span a vector that lives on such buildings.
 */
export function givesAway(cells: FirmCell[], told: number[][]): boolean {
  const firms = [...new Set(cells.flatMap((cell) => [...cell.firms]))];
  const few = firms.flatMap((one) => firms.map((two) => new Set([one, two])));
  return few.some((pair) => {
    const inside = cells.flatMap((cell, i) =>
      cell.firms.size > 0 && [...cell.firms].every((firm) => pair.has(firm)) ? [i] : [],
    );
    if (inside.length === 0) return false;
    const units = inside.map((i) => cells.map((_, j) => (i === j ? 1 : 0)));
    // dim(A ∩ B) = dim A + dim B − dim(A + B)
    return rankOf(told) + units.length - rankOf([...told, ...units]) > 0;
  });
}

/** What is told, as sums of buildings: the zone, parks and buildings that are not withheld, and that nobody is nothing. */
export function rowsOf(cells: FirmCell[], { whole, within, places }: Withheld): number[][] {
  const row = (is: (cell: FirmCell) => boolean) => cells.map((cell) => (is(cell) ? 1 : 0));
  const parks = [...new Set(cells.map((cell) => cell.within))];
  return [
    ...(whole ? [] : [row(() => true)]),
    ...parks.filter((park) => !within.has(park)).map((park) => row((cell) => cell.within === park)),
    ...cells
      .filter(({ place }) => !places.has(place))
      .map(({ place }) => row((cell) => cell.place === place)),
    ...cells.filter(({ firms }) => firms.size === 0).map(({ place }) => row((cell) => cell.place === place)),
  ];
}
