import { Temporal } from "temporal-polyfill";

/**
 * A calendar date as `YYYY-MM-DD`, years 0001 to 9999. It has no time and no zone; two of them compare
 * with `<` as text, which is why facts carry dates in this form.
 */
export type CivilDate = string & { readonly __civilDate: unique symbol };

const SHAPE = /^\d{4}-\d{2}-\d{2}$/;
const DAY_MS = 86_400_000;

/** Whether the text is a day that the calendar has: `2022-02-30` is not. */
export function isCivilDate(text: string): text is CivilDate {
  if (!SHAPE.test(text) || text < "0001-01-01") return false;
  return fromDayNumber(toDayNumber(text as CivilDate)) === text;
}

/** A trusted `YYYY-MM-DD`, a Prisma `@db.Date` (UTC midnight) or a PlainDate as a CivilDate; throws on no date. */
export function toCivil(value: string | Date | Temporal.PlainDate): CivilDate {
  const text =
    value instanceof Date
      ? Number.isNaN(value.getTime())
        ? "an invalid Date"
        : value.toISOString().slice(0, 10)
      : value.toString();
  if (!isCivilDate(text)) throw new RangeError(`Not a calendar date: ${text}`);
  return text;
}

/** As `toCivil`, with nothing staying nothing. */
export function toCivilOrNull(value: string | Date | null | undefined): CivilDate | null {
  return value == null ? null : toCivil(value);
}

/** The UTC midnight that Prisma stores in a `@db.Date` column. */
export function fromCivil(date: CivilDate): Date {
  return new Date(toDayNumber(date) * DAY_MS);
}

export function toPlainDate(date: CivilDate): Temporal.PlainDate {
  return Temporal.PlainDate.from(date);
}

/** Days since 1970-01-01. Plain arithmetic: reports count days by the million, and PlainDate is 30 times slower. */
export function toDayNumber(date: CivilDate): number {
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7));
  const day = Number(date.slice(8, 10));
  // Years begin in March here, so that the leap day comes last and no month needs a table.
  const y = month > 2 ? year : year - 1;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The date that many days after 1970-01-01. */
export function fromDayNumber(day: number): CivilDate {
  return new Date(day * DAY_MS).toISOString().slice(0, 10) as CivilDate;
}

export function addDays(date: CivilDate, days: number): CivilDate {
  return toCivil(fromDayNumber(toDayNumber(date) + days));
}

/** The same day of a later month, or that month's last day where it is shorter: 31 Jan + 1 → 28 Feb. */
export function addMonths(date: CivilDate, months: number): CivilDate {
  return toCivil(toPlainDate(date).add({ months }));
}

/** Days from one date to another; negative when `to` is the earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return toDayNumber(to) - toDayNumber(from);
}

export function minDate(first: CivilDate, ...rest: (CivilDate | null)[]): CivilDate {
  return rest.reduce<CivilDate>((least, date) => (date !== null && date < least ? date : least), first);
}

export function maxDate(first: CivilDate, ...rest: (CivilDate | null)[]): CivilDate {
  return rest.reduce<CivilDate>((most, date) => (date !== null && date > most ? date : most), first);
}
