import type { UnitChange, UnitUse } from "@/lib/platform/db/generated/enums";
import type { UnitAvailability, UnitStatus } from "./rules";

const unitUses: UnitUse[] = [
  "OFFICE",
  "LAB",
  "GMP_WORKSHOP",
  "PRODUCTION",
  "RETAIL",
  "WAREHOUSE",
  "DESK_ZONE",
  "PARKING",
  "OTHER",
];

export const unitUseLabels = Object.fromEntries(unitUses.map((use) => [use, `units.use.${use}`])) as Record<
  UnitUse,
  string
>;
export const availabilityLabel = (availability: UnitAvailability) => `units.availability.${availability}`;
export const unitStatusLabel = (status: UnitStatus) => `units.status.${status}`;
export const unitChangeLabel = (change: UnitChange) => `units.changes.${change}`;
