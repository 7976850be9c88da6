import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import type { CivilDate } from "@/lib/platform/dates/civil";
import { fromHundredths, toHundredths } from "@/lib/platform/money/hundredths";
import type { ReportOptions } from "@/lib/reports/facts-reach";
import { computeChurn } from "@/lib/reports/occupancy/churn";
import { getOccupancyFacts, listLettableAreas } from "@/lib/reports/occupancy/facts";
import { computeMovement } from "@/lib/reports/occupancy/movement";
import type { Churn, Movement, MovementStep } from "@/lib/reports/occupancy/types";
import { toWorld } from "@/lib/reports/occupancy/world";

export type Bridge = Movement & { steps: MovementStep[]; churn: Churn };

/**
 * The movement bridge and the churn of (after, until]. Both walk lines alone, so units that were never let are
 * not fetched; the supply change, which counts them too, is asked of the database.
 */
export async function getBridge(
  viewer: Viewer,
  after: CivilDate,
  until: CivilDate,
  options: ReportOptions = {},
): Promise<Bridge> {
  const { scope } = options;
  const [facts, [opening = "0", closing = "0"]] = await Promise.all([
    getOccupancyFacts(viewer, { ...options, letUnitsOnly: true }),
    listLettableAreas(viewer, [after, until], options),
  ]);
  const world = toWorld(facts);
  return {
    ...computeMovement(world, after, until, scope),
    supplyChange: fromHundredths(toHundredths(closing) - toHundredths(opening)),
    churn: computeChurn(world, after, until, scope),
  };
}
