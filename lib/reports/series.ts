import { addMonths, type CivilDate } from "@/lib/platform/dates/civil";

/** The day and the same day of as many months before it as make up the count, the earliest first. */
export function toMonthsBack(on: CivilDate, count: number): CivilDate[] {
  return Array.from({ length: count }, (_, n) => addMonths(on, n + 1 - count));
}
