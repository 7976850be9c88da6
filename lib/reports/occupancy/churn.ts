import { addDays, type CivilDate, maxDate } from "@/lib/platform/dates/civil";
import { toRate } from "@/lib/platform/money/hundredths";
import { push } from "@/lib/reports/group";
import { listTenants } from "@/lib/reports/occupancy/compute";
import type { Churn, Scope } from "@/lib/reports/occupancy/types";
import { isLineInForce, listUnits, type Unit, type World } from "@/lib/reports/occupancy/world";

/** A tenant whose next line begins within so many days has moved, not left. */
export const RETURN_DAYS = 30;

interface Span {
  from: CivilDate;
  /** The last day, or null while nothing ends it. */
  to: CivilDate | null;
}

/**
 * Exits over (after, until] by tenants at opening. A tenant exits on the day after its last line in the scope
 * has ended, when no other of its lines there is in force within the 30 days that follow; each counts once.
 */
export function computeChurn(
  world: World,
  after: CivilDate,
  until: CivilDate,
  scope: Scope = { level: "ZONE" },
): Churn {
  const spans = new Map<string, Span[]>();
  const opening: string[] = [];
  for (const unit of listUnits(world, scope)) {
    for (const line of unit.lines) {
      const span = line.everInForce ? clip(unit, line) : null;
      if (span === null) continue;
      push(spans, line.fact.tenantKey, span);
      if (isLineInForce(line, after) && span.from <= after && (span.to === null || after <= span.to)) {
        opening.push(line.fact.tenantKey);
      }
    }
  }
  const exited = [...spans].filter(([, list]) => hasExit(list, after, until)).map(([key]) => key);
  const tenants = listTenants(opening, world, after, scope).tenants.size;
  return { tenants, exits: exited.length, rate: toRate(exited.length, tenants), exited: exited.sort() };
}

/** The line's days in force while its unit exists; null where there are none. */
function clip(unit: Unit, line: Span): Span | null {
  const { validFrom, validTo } = unit.fact;
  const from = maxDate(line.from, validFrom);
  const lastDay = validTo === null ? null : addDays(validTo, -1);
  const to = line.to === null || (lastDay !== null && lastDay < line.to) ? lastDay : line.to;
  return to !== null && from > to ? null : { from, to };
}

function hasExit(spans: Span[], after: CivilDate, until: CivilDate): boolean {
  return spans.some(({ to }) => {
    if (to === null || to < after || to >= until) return false;
    const returnBy = addDays(to, RETURN_DAYS);
    return !spans.some((other) => (other.to === null || other.to > to) && other.from <= returnBy);
  });
}
