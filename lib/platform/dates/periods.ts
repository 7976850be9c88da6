import { addDays, addMonths, type CivilDate, toCivil } from "@/lib/platform/dates/civil";

export function startOfMonth(date: CivilDate): CivilDate {
  return `${date.slice(0, 7)}-01` as CivilDate;
}

export function endOfMonth(date: CivilDate): CivilDate {
  return addDays(addMonths(startOfMonth(date), 1), -1);
}

/** `2022`. */
export function yearOf(date: CivilDate): string {
  return date.slice(0, 4);
}

/** `2022-Q4`. */
export function quarterOf(date: CivilDate): string {
  return `${yearOf(date)}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`;
}

export function startOfQuarter(date: CivilDate): CivilDate {
  const month = 3 * Math.floor((Number(date.slice(5, 7)) - 1) / 3) + 1;
  return toCivil(`${yearOf(date)}-${String(month).padStart(2, "0")}-01`);
}

export function endOfQuarter(date: CivilDate): CivilDate {
  return addDays(addMonths(startOfQuarter(date), 3), -1);
}

/** The last day of the latest quarter that is complete on the date: 2022-11-01 → 2022-09-30, 2022-09-30 → itself. */
export function lastCompletedQuarterEnd(date: CivilDate): CivilDate {
  const end = endOfQuarter(date);
  return end === date ? end : addDays(startOfQuarter(date), -1);
}

/** Every month end within [from, to], both included. */
export function listMonthEnds(from: CivilDate, to: CivilDate): CivilDate[] {
  const ends: CivilDate[] = [];
  for (let end = endOfMonth(from); end <= to; end = endOfMonth(addDays(end, 1))) ends.push(end);
  return ends;
}

/**
 * The dates of a monthly series: `from`, then the same day of each month up to `to`. Steps are counted from
 * `from`, so a short month does not shift those after it; a series that begins on a month's last day stays on
 * last days.
 */
export function listMonthlySteps(from: CivilDate, to: CivilDate): CivilDate[] {
  const onLastDays = endOfMonth(from) === from;
  const steps: CivilDate[] = [];
  for (let n = 0; ; n += 1) {
    const step = addMonths(from, n);
    const date = onLastDays ? endOfMonth(step) : step;
    if (date > to) return steps;
    steps.push(date);
  }
}
