import type { CivilDate } from "@/lib/platform/dates/civil";
import type { DatedChange } from "@/lib/reports/progress/types";

/**
 * The value known on a day: that of the latest change reported by then, else of the earliest one. The earliest
 * stands for the time before it, so that a project whose history begins with an import has a past. Null without
 * any change.
 */
export function getKnown<T>(changes: DatedChange<T>[], on: CivilDate): T | null {
  let known: DatedChange<T> | null = null;
  for (const change of changes) {
    if (known === null || isBetter(change.reportedOn, known.reportedOn, on)) known = change;
  }
  return known?.value ?? null;
}

function isBetter(candidate: CivilDate, known: CivilDate, on: CivilDate): boolean {
  if (candidate <= on) return known > on || candidate > known;
  return known > on && candidate < known;
}
