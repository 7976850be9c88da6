/** What some sums are from a day on, counted from 1970-01-01, until the next. */
export interface Level {
  day: number;
  sums: number[];
}

/** The levels that changes lead to, which come in the order of their days. */
export function toLevels(changes: readonly { day: number; adds: number[] }[]): Level[] {
  let sums: number[] = [];
  return changes.map(({ day, adds }) => {
    sums = adds.map((add, i) => (sums[i] ?? 0) + add);
    return { day, sums };
  });
}

/** The sums on a day; none before the first level. */
export function sumsOn(levels: readonly Level[], day: number): number[] {
  let [low, high] = [0, levels.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((levels[middle]?.day ?? 0) <= day) low = middle + 1;
    else high = middle;
  }
  return levels[low - 1]?.sums ?? [];
}
