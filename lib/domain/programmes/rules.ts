import type { CivilDate } from "@/lib/platform/dates/civil";
import { invalid } from "@/lib/platform/errors/app-error";

type Years = { firstYear: number; lastYear: number };

/** @throws AppError INVALID `year` for a cohort of a year in which the programme does not run */
export function assertWithinYears({ firstYear, lastYear }: Years, year: number): void {
  if (year >= firstYear && year <= lastYear) return;
  throw invalid({ year: `programmes.errors.yearOutside?first=${firstYear}&last=${lastYear}` });
}

/** @throws AppError INVALID where a cohort that is on record would fall out of the programme's years */
export function assertHoldsCohorts({ firstYear, lastYear }: Years, cohortYears: number[]): void {
  const out = cohortYears.find((year) => year < firstYear || year > lastYear);
  if (out === undefined) return;
  throw invalid({
    [out < firstYear ? "firstYear" : "lastYear"]: `programmes.errors.cohortOutside?year=${out}`,
  });
}

/** @throws AppError INVALID `reportedOn` for counts of a day that has not come */
export function assertReported(reportedOn: CivilDate, today: CivilDate): void {
  if (reportedOn > today) throw invalid({ reportedOn: "programmes.errors.future" });
}
