import { addDays, addMonths, type CivilDate, maxDate, minDate } from "@/lib/platform/dates/civil";

/** The dates of a lease that say when it is in force; `lineFrom` and `lineTo` narrow one of its lines. */
export interface LeaseTerms {
  signedOn: CivilDate | null;
  startsOn: CivilDate;
  endsOn: CivilDate;
  movedInOn: CivilDate | null;
  terminatedOn: CivilDate | null;
  movedOutOn: CivilDate | null;
  holdover: boolean;
  lineFrom?: CivilDate | null;
  lineTo?: CivilDate | null;
}

export interface InForcePeriod {
  from: CivilDate;
  /** The last day, included; null while nothing ends it. */
  to: CivilDate | null;
}

/** A lease with less than this to run, without holdover, is expiring. */
export const EXPIRING_MONTHS = 12;

/** What an office usually signs for: three years, the last day included. */
export function computeUsualEnd(startsOn: CivilDate): CivilDate {
  return addDays(addMonths(startsOn, 36), -1);
}

/** The first day: moved in on, else starts on; a line that takes effect later begins later. */
export function computeInForceFrom(terms: LeaseTerms): CivilDate {
  return maxDate(terms.movedInOn ?? terms.startsOn, terms.lineFrom ?? null);
}

/** The last day: the earliest of ends on (unless held over), terminated on, moved out on and the line's own end. */
export function computeInForceTo(terms: LeaseTerms): CivilDate | null {
  const ends = [
    terms.holdover ? null : terms.endsOn,
    terms.terminatedOn,
    terms.movedOutOn,
    terms.lineTo ?? null,
  ].filter((date) => date !== null);
  const [first, ...rest] = ends;
  return first === undefined ? null : minDate(first, ...rest);
}

/** The days in force, or null for a lease that never was: ended before anybody moved in. */
export function computeInForcePeriod(terms: LeaseTerms): InForcePeriod | null {
  const from = computeInForceFrom(terms);
  const to = computeInForceTo(terms);
  return to !== null && from > to ? null : { from, to };
}

export function isInForce(terms: LeaseTerms, on: CivilDate): boolean {
  const period = computeInForcePeriod(terms);
  return period !== null && period.from <= on && (period.to === null || on <= period.to);
}

/** Whether the tenant is in force past the contractual end. */
export function isHoldingOver(terms: LeaseTerms, on: CivilDate): boolean {
  return on > terms.endsOn && isInForce(terms, on);
}

/**
 * Whether the lease is signed by the day and still to begin: it starts later, and neither a termination (from
 * its day on) nor another end before the day has undone it. A lease that was terminated before it began counts
 * until that termination.
 */
export function isSignedToBegin(terms: LeaseTerms, on: CivilDate): boolean {
  if (terms.signedOn === null || terms.signedOn > on || computeInForceFrom(terms) <= on) return false;
  if (terms.terminatedOn !== null && terms.terminatedOn <= on) return false;
  const to = computeInForceTo(terms);
  return to === null || to >= on;
}

export const LEASE_STATUSES = [
  "DRAFT",
  "SIGNED",
  "IN_FORCE",
  "EXPIRING",
  "HOLDOVER",
  "ENDED",
  "TERMINATED",
] as const;

/**
 * DRAFT: not signed by the day and not begun. SIGNED: signed, not begun. IN_FORCE, EXPIRING (ends within twelve
 * months) and HOLDOVER: in force. ENDED: ran out or moved out. TERMINATED: by its termination.
 */
export type LeaseStatus = (typeof LEASE_STATUSES)[number];

/** The lease's status on a day; never stored. */
export function computeLeaseStatus(terms: LeaseTerms, on: CivilDate): LeaseStatus {
  if (isInForce(terms, on)) {
    if (on > terms.endsOn) return "HOLDOVER";
    return terms.endsOn <= addMonths(on, EXPIRING_MONTHS) ? "EXPIRING" : "IN_FORCE";
  }
  const { terminatedOn } = terms;
  const to = computeInForceTo(terms);
  if (terminatedOn !== null && terminatedOn <= on && (to === null || terminatedOn <= to)) return "TERMINATED";
  if (to !== null && to < on) return "ENDED";
  return terms.signedOn !== null && terms.signedOn <= on ? "SIGNED" : "DRAFT";
}

/** The part of a line's life that its lease does not tell: its own days, and the day its unit ceases. */
export interface LineDays {
  lineFrom: CivilDate | null;
  lineTo: CivilDate | null;
  /** The first day on which the unit is no longer there; null while it lasts. */
  unitTo: CivilDate | null;
}

/**
 * The lines that a lease consists of on a day: a line whose unit was split or measured anew goes on as another.
 * Before it begins a lease consists of its first lines, after its end of its last.
 */
export function listLinesOn<Line extends LineDays>(terms: LeaseTerms, lines: Line[], on: CivilDate): Line[] {
  const day = minDate(maxDate(on, computeInForceFrom(terms)), computeInForceTo(terms));
  return lines.filter(
    ({ lineFrom, lineTo, unitTo }) =>
      (lineFrom === null || lineFrom <= day) &&
      (lineTo === null || day <= lineTo) &&
      (unitTo === null || day < unitTo),
  );
}
