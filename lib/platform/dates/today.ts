import { Temporal } from "temporal-polyfill";
import { type CivilDate, toCivil } from "@/lib/platform/dates/civil";

/** Every civil date of the zone is counted in this time, wherever the server or the reader sits. */
export const ZONE_TIME = "Asia/Shanghai";

/** The date in the zone now; `clock` gives milliseconds since 1970 UTC and is replaced in tests. */
export function todayInZone(clock: () => number = Date.now, timeZone: string = ZONE_TIME): CivilDate {
  return civilInZone(clock(), timeZone);
}

/** The date in the zone at an instant, such as the moment a change was made. */
export function civilInZone(instant: number | Date, timeZone: string = ZONE_TIME): CivilDate {
  const ms = typeof instant === "number" ? instant : instant.getTime();
  return toCivil(Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timeZone).toPlainDate());
}

/** The instant at which it is that full hour in the zone on a day. */
export function instantInZone(date: CivilDate, hour: number, timeZone: string = ZONE_TIME): Date {
  const at = Temporal.PlainDate.from(date).toZonedDateTime({ timeZone, plainTime: { hour } });
  return new Date(at.epochMilliseconds);
}
