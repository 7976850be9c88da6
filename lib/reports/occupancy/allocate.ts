import { isSignedToBegin } from "@/lib/domain/leases/rules";
import type { CivilDate } from "@/lib/platform/dates/civil";
import type { Hundredths } from "@/lib/platform/money/hundredths";
import { isLineInForce, type Line, type Unit } from "@/lib/reports/occupancy/world";

/** A line in force on a day, and the part of its area that counts within the unit. */
export interface Share {
  line: Line;
  /** The line's area, or 0 where it is a sublease inside a head lease in force on the unit. */
  claimed: Hundredths;
  /** Its part of the unit's occupied area; these add up to min(unit area, Σ claimed). */
  allocated: Hundredths;
}

const NONE: Share[] = [];

/** Shares the unit's area among the lines in force on the day, by the lines' turn. */
export function computeShares(unit: Unit, on: CivilDate): Share[] {
  let shares: Share[] = NONE;
  for (const line of unit.lines) {
    if (!isLineInForce(line, on)) continue;
    if (shares === NONE) shares = [];
    shares.push({ line, claimed: line.hundredths, allocated: 0 });
  }
  let left = unit.hundredths;
  for (const share of shares) {
    const head = share.line.fact.subleaseOfId;
    if (head !== null && shares.some(({ line }) => line.fact.leaseId === head)) share.claimed = 0;
    share.allocated = Math.min(left, share.claimed);
    left -= share.allocated;
  }
  return shares;
}

/**
 * The lines that commit the unit beyond its present occupation: signed by the day, in force later, no renewal
 * (its tenant is there already), and no sublease of a lease that is itself on the unit.
 */
export function listCommitments(unit: Unit, shares: Share[], on: CivilDate): Line[] {
  if (unit.lines.length === 0) return unit.lines;
  const future = unit.lines.filter(
    ({ fact, from }) => from > on && fact.renewalOfId === null && isSignedToBegin(fact, on),
  );
  if (!future.some(({ fact }) => fact.subleaseOfId !== null)) return future;
  const heads = new Set([...shares.map(({ line }) => line), ...future].map(({ fact }) => fact.leaseId));
  return future.filter(({ fact }) => fact.subleaseOfId === null || !heads.has(fact.subleaseOfId));
}
