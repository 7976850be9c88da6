import "server-only";
import { availabilityLabel, unitUseLabels } from "@/lib/domain/units/labels";
import { listUnitIds, listUnitsByIds, type UnitListItem } from "@/lib/domain/units/queries";
import { unitListSchema } from "@/lib/domain/units/schema";
import { nameOf } from "@/lib/platform/i18n/names";
import { parseList } from "@/lib/platform/paging/list-params";
import type { ListFile } from "./serve";

export const unitFile: ListFile<UnitListItem> = {
  title: "units.title",
  ids: ({ viewer, values, asOf }) => listUnitIds(viewer, parseList(unitListSchema, values), asOf),
  rows: ({ viewer, asOf }, ids) => listUnitsByIds(viewer, ids, asOf),
  columns: () => [
    {
      key: "code",
      header: "units.code",
      kind: "TEXT",
      value: (unit) => `${unit.building.code} ${unit.code}`,
    },
    { key: "park", header: "units.park", kind: "TEXT", value: (unit) => unit.park.code },
    { key: "floor", header: "units.floor", kind: "TEXT", value: (unit) => unit.floor },
    { key: "use", header: "units.useLabel", kind: "LABEL", value: (unit) => unitUseLabels[unit.use] },
    { key: "area", header: "units.area", kind: "AREA", value: (unit) => unit.area },
    { key: "occupied", header: "units.occupied", kind: "AREA", value: (unit) => unit.occupied },
    { key: "status", header: "units.statusLabel", kind: "LABEL", value: statusOf },
    {
      key: "tenants",
      header: "units.tenants",
      kind: "TEXT",
      // All of them, where the screen counts when there are many: a cell of a file has the room.
      value: (unit, locale) => unit.tenants.map((tenant) => nameOf(locale, tenant)).join(" · "),
    },
  ],
};

function statusOf({ availability, occupied, area }: UnitListItem): string {
  if (availability !== "LETTABLE") return availabilityLabel(availability);
  if (Number(occupied) === 0) return "units.status.VACANT";
  return Number(occupied) < Number(area) ? "units.status.PART_LET" : "units.status.IN_OCCUPATION";
}
