import { addMonths, type CivilDate, daysBetween } from "@/lib/platform/dates/civil";
import { conflict, invalid } from "@/lib/platform/errors/app-error";
import type { AgreementState } from "./schema";

/** An agreement is silent when nothing happened for more than this many days. */
export const SILENT_DAYS = 180;

/** How long an agreement runs, as its paper says it. */
export type Term = {
  signedOn: CivilDate;
  /** The newest expiry; null where none was agreed. */
  expiresOn: CivilDate | null;
  terminatedOn: CivilDate | null;
  renewal: "NONE" | "AUTOMATIC" | "BY_CONSENT";
  renewalMonths: number | null;
  /** Extensions, by the day each was agreed, with the expiry that it replaced. */
  extensions: readonly { on: CivilDate; expiredOn: CivilDate | null }[];
};

/** What is linked to an agreement, counted as of a day. */
export type Linked = {
  /** Projects that were not cancelled by the day. */
  projects: number;
  /** Of those: delivered by the day. */
  projectsDelivered: number;
  /** Of those: begun and neither delivered nor cancelled. */
  projectsActive: number;
  /** Commitments whose baseline lies on or before the day and that were not waived by it. */
  commitments: number;
  /** Of those: whose last measurement by the day reaches the target. */
  commitmentsMet: number;
  /** The last day on which something is on record, the signature included. */
  lastActivityOn: CivilDate;
};

/** The expiry that was agreed by the day: one extended later still ended when it was to end before. */
export function agreedExpiry({ expiresOn, extensions }: Term, on: CivilDate): CivilDate | null {
  let first: (typeof extensions)[number] | null = null;
  for (const extension of extensions) {
    if (extension.on > on && (first === null || extension.on < first.on)) first = extension;
  }
  return first ? first.expiredOn : expiresOn;
}

/**
 * When it runs out as seen on a day: one that renews by itself rolls on by its months until the day lies within.
 * A derivation and no job, so a day in the past reads as it was.
 */
export function expiryOn(term: Term, on: CivilDate): CivilDate | null {
  const expires = agreedExpiry(term, on);
  if (expires === null || term.renewal !== "AUTOMATIC" || !term.renewalMonths) return expires;
  let rolled = expires;
  // Each from the first expiry, so that the 31st stays the 31st after a shorter month.
  for (let turn = 1; rolled < on; turn += 1) rolled = addMonths(expires, turn * term.renewalMonths);
  return rolled;
}

/** Terminated by the day, or run out before it without renewing itself. */
export function hasLapsed(term: Term, on: CivilDate): boolean {
  if (term.terminatedOn !== null && term.terminatedOn <= on) return true;
  const expires = expiryOn(term, on);
  return expires !== null && expires < on;
}

/** Something is linked, something of it came true, and nothing of it is open. */
export function hasDelivered(linked: Linked): boolean {
  const open = linked.projects - linked.projectsDelivered + (linked.commitments - linked.commitmentsMet);
  return open === 0 && linked.projectsDelivered + linked.commitmentsMet > 0;
}

/**
 * What became of an agreement on a day; null before it was signed. Each has exactly one state, the first that holds of:
 * delivered, lapsed, with active projects, silent, in force. So the five add up to the agreements signed.
 */
export function agreementState(term: Term, linked: Linked, on: CivilDate): AgreementState | null {
  if (term.signedOn > on) return null;
  if (hasDelivered(linked)) return "DELIVERED";
  if (hasLapsed(term, on)) return "LAPSED";
  if (linked.projectsActive > 0) return "ACTIVE";
  return daysBetween(linked.lastActivityOn, on) > SILENT_DAYS ? "SILENT" : "IN_FORCE";
}

/** What has ended takes no further event. @throws AppError CONFLICT */
export function assertNotTerminated({ terminatedOn }: { terminatedOn: unknown }): void {
  if (terminatedOn) throw conflict("agreements.errors.terminated");
}

/** Nothing happens to an agreement before it is signed. @throws AppError INVALID `on` */
export function assertSince(signedOn: CivilDate, on: CivilDate): void {
  if (on < signedOn) throw invalid({ on: "agreements.errors.beforeSigned" });
}

/** An extension follows those before it and goes beyond the expiry that stands. @throws AppError INVALID */
export function assertExtends(term: Term, on: CivilDate, expiresOn: CivilDate): void {
  if (term.extensions.some((extension) => extension.on > on)) {
    throw invalid({ on: "agreements.errors.laterExtended" });
  }
  const standing = expiryOn(term, on);
  if (standing === null) throw invalid({ expiresOn: "agreements.errors.noExpiry" });
  if (expiresOn <= standing) throw invalid({ expiresOn: "agreements.errors.notLater" });
}
