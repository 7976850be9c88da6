import "server-only";
import { addMonths, type CivilDate } from "../dates/civil";
import { todayInZone } from "../dates/today";
import { env } from "../env/env";

/** For how many months after leaving a person's data stay. */
export function retentionMonths(): number {
  return env().EMPLOYEE_RETENTION_MONTHS;
}

/** Whoever left before this day has been gone for longer than that. */
export function retentionCutoff(today: CivilDate = todayInZone()): CivilDate {
  return addMonths(today, -retentionMonths());
}

/** Whether the timetable turns by itself: in the sample zone it stands still, in November 2022 (instrumentation.ts). */
export function runsByItself(): boolean {
  return env().TENANTRY_SAMPLE !== "1";
}
