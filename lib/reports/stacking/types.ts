import type { UnitAvailability } from "@/lib/domain/units/rules";
import type { CivilDate } from "@/lib/platform/dates/civil";
import type { Hundredths } from "@/lib/platform/money/hundredths";
import type { OccupancyFacts } from "@/lib/reports/occupancy/types";

/** How a block is drawn; the same names as the marks of lists. */
export type StackKind = "vacant" | "committed" | "occupied" | "partLet" | "expiring" | "holdover" | "selfUse";

/** A building as the stacking plan needs it: the occupancy report's facts, and what things are called. */
export interface StackFacts {
  occupancy: Pick<OccupancyFacts, "units" | "lines">;
  /** The top floor first. */
  floors: { id: string; label: string }[];
  /** By unit. */
  places: Map<string, { code: string; floorId: string }>;
  /** By lease. */
  leases: Map<string, { leaseNo: string; nameZh: string | null; nameEn: string | null }>;
}

export interface StackTenant {
  leaseId: string;
  /** m² by the lease, in hundredths. */
  area: Hundredths;
  endsOn: CivilDate;
}

/** How a unit stands over a run of days. */
export interface StackState {
  kind: StackKind;
  /** Why it is not there to be let; LETTABLE otherwise. */
  availability: UnitAvailability;
  /** What the report counts as occupied of it. */
  occupied: Hundredths;
  /** In a part-let unit: whether a line ends within 12 months, or is in holdover. */
  mark: "expiring" | "holdover" | null;
  tenants: StackTenant[];
}

/** From this day on the unit stands so; null before it exists and once it has ceased. */
export interface StackSpan {
  from: CivilDate;
  state: StackState | null;
}
