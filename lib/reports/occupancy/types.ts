import type { UnitAvailability } from "@/lib/domain/units/rules";
import type { CivilDate } from "@/lib/platform/dates/civil";

/** Facts of the occupancy report. Areas are m² as decimal strings to two places; `to` dates are the last day. */

export interface UnitFact {
  id: string;
  parkId: string;
  buildingId: string;
  area: string;
  availability: UnitAvailability;
  shared: boolean;
  seats: number | null;
  validFrom: CivilDate;
  /** The first day on which the unit is no longer there. */
  validTo: CivilDate | null;
}

export interface LineFact {
  leaseId: string;
  unitId: string;
  enterpriseId: string;
  /** The enterprise that counts as the tenant: the firm a branch belongs to, else the enterprise itself. */
  tenantKey: string;
  area: string;
  seats: number | null;
  signedOn: CivilDate | null;
  startsOn: CivilDate;
  endsOn: CivilDate;
  movedInOn: CivilDate | null;
  terminatedOn: CivilDate | null;
  movedOutOn: CivilDate | null;
  breakOn: CivilDate | null;
  holdover: boolean;
  renewalOfId: string | null;
  subleaseOfId: string | null;
  /** The part of the lease's life in which it covers this unit, where that is not all of it. */
  lineFrom: CivilDate | null;
  lineTo: CivilDate | null;
}

export type PresenceKind = "REGISTERED" | "PRESENT" | "EMPLOYING";

export interface PresenceFact {
  enterpriseId: string;
  tenantKey: string;
  parkId: string;
  kind: PresenceKind;
  from: CivilDate;
  to: CivilDate | null;
}

export interface OccupancyFacts {
  units: UnitFact[];
  lines: LineFact[];
  presences: PresenceFact[];
}

export type Scope =
  | { level: "ZONE" }
  | { level: "PARK"; parkId: string }
  | { level: "BUILDING"; buildingId: string };

/** The figures of one scope on one day, as the API speaks them: areas in m², rates 0 to 1, null over nothing. */
export interface OccupancyFigures {
  lettableArea: string;
  occupiedArea: string;
  /** Includes the occupied. */
  committedArea: string;
  vacantArea: string;
  occupancyRate: number | null;
  committedRate: number | null;
  units: number;
  unitsOccupied: number;
  unitsFullyLet: number;
  waleYears: number | null;
  tenants: number;
}

/** The same with what the report says beyond it. */
export interface OccupancyDetail extends OccupancyFigures {
  vacancyRate: number | null;
  unitsOccupiedRate: number | null;
  unitsFullyLetRate: number | null;
  seats: number;
  seatsAllotted: number;
  seatRate: number | null;
  /** Vacant, and area of lines that end within 12 months without a signed renewal. */
  availableArea: string;
  availabilityRate: number | null;
  /** m² whose years WALE averages: in force, not in holdover. */
  waleArea: string;
  waleToBreakYears: number | null;
  waleRenewedYears: number | null;
  holdoverArea: string;
  /** Occupied m² whose move-in is unknown, so that the lease's start stands for it. */
  assumedStartArea: string;
  registeredOnly: number;
}

export interface OccupancyTree {
  total: OccupancyDetail;
  byPark: Map<string, OccupancyDetail>;
  byBuilding: Map<string, OccupancyDetail>;
}

export interface ExpiryBucket {
  /** `2023`, `2023-Q1` or `HOLDOVER`. */
  period: string;
  area: string;
  share: number | null;
}

export interface ExpiryProfile {
  occupiedArea: string;
  buckets: ExpiryBucket[];
}

export interface MovementStep {
  on: CivilDate;
  /** Leases that renew one another are one chain, named by the id of its first lease. */
  chainId: string;
  /** m² won (positive) or lost (negative) by the chain that day. */
  area: string;
  leaseIds: string[];
  unitIds: string[];
}

export interface Movement {
  opening: string;
  takeUp: string;
  terminations: string;
  supplyChange: string;
  closing: string;
  netAbsorption: string;
}

export interface Churn {
  /** Tenants at opening, leased or present. */
  tenants: number;
  exits: number;
  rate: number | null;
  /** Who left, by tenant key. */
  exited: string[];
}

export type RentRollState = "IN_OCCUPATION" | "EXPIRING" | "HOLDOVER" | "COMMITTED" | "VACANT";

export interface RentRollRow {
  parkId: string;
  buildingId: string;
  unitId: string;
  /** Null in a row for the vacant rest of a unit. */
  leaseId: string | null;
  enterpriseId: string | null;
  tenantKey: string | null;
  state: RentRollState;
  /** m² by the lease; of a vacant row, what is left. */
  area: string;
  /** m² that counts as occupied: within the unit's area, nothing for a sublease inside its head. */
  occupiedArea: string;
  from: CivilDate | null;
  endsOn: CivilDate | null;
  /** Days to the contractual end; negative in holdover. */
  daysLeft: number | null;
  /** False when the lease's start stands for an unknown move-in. */
  movedInKnown: boolean;
  sublease: boolean;
}
