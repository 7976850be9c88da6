import { type CivilDate, maxDate } from "@/lib/platform/dates/civil";
import type { Line, World } from "@/lib/reports/occupancy/world";

/** Lines on the same unit of leases that renew the line's lease, signed by the day and not terminated since. */
function listSignedRenewals(world: World, line: Line, on: CivilDate): Line[] {
  return (world.renewals.get(line.fact.leaseId) ?? []).filter(
    ({ fact }) =>
      fact.unitId === line.fact.unitId &&
      fact.signedOn !== null &&
      fact.signedOn <= on &&
      (fact.terminatedOn === null || fact.terminatedOn > on),
  );
}

/** A tenant that has signed to stay in this unit; one that renewed elsewhere leaves it free. */
export function hasSignedRenewal(world: World, line: Line, on: CivilDate): boolean {
  return world.renewals.size > 0 && listSignedRenewals(world, line, on).length > 0;
}

/** The last contractual end along the renewals signed by the day, the line's own included. */
export function computeRenewedEnd(world: World, line: Line, on: CivilDate): CivilDate {
  let end = line.fact.endsOn;
  const seen = new Set<string>();
  const queue = [line];
  for (let next = queue.pop(); next; next = queue.pop()) {
    if (seen.has(next.fact.leaseId)) continue;
    seen.add(next.fact.leaseId);
    end = maxDate(end, next.fact.endsOn);
    queue.push(...listSignedRenewals(world, next, on));
  }
  return end;
}
