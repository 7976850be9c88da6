/** What stands between letters and says nothing: the same marks as `search_fold` takes out in the database. */
const BETWEEN = /[\s\-_.,;:/\\|&+()[\]{}<>#*'"·•、，。；：（）【】《》“”‘’－／]/g;

/** As long as the longest place that the database keeps. */
const LONGEST = 40;

/** What is typed, as the database keeps it: one width, one case, nothing between the letters. */
export function toNeedle(typed: string): string {
  return typed.normalize("NFKC").toLowerCase().replace(BETWEEN, "").slice(0, LONGEST);
}

/** The words of what is typed, each as a needle; the longest first, since it finds the fewest. */
export function toNeedles(typed: string): string[] {
  const words = typed.normalize("NFKC").split(/\s+/).map(toNeedle).filter(Boolean);
  return [...new Set(words)].sort((a, b) => b.length - a.length);
}

/** Whether a needle says enough to look for: one Chinese character, or two of anything else. */
export function isEnough(needle: string): boolean {
  return needle.length > 1 || /\p{Script=Han}/u.test(needle);
}
