import "server-only";
import { getCustomAsk } from "@/lib/domain/custom-fields/queries";
import { availabilityLabel, unitUseLabels } from "@/lib/domain/units/labels";
import { listUnitIds, listUnitsByIds, type UnitListItem } from "@/lib/domain/units/queries-list";
import { unitListSchema } from "@/lib/domain/units/schema";
import { nameOf } from "@/lib/platform/i18n/names";
import { parseList } from "@/lib/platform/paging/list-params";
import type { StatusKind } from "@/lib/platform/values/status-kind";
import { customColumns } from "./custom";
import type { List } from "./list";

export const unitList: List<UnitListItem> = {
  noun: "units",
  title: "units.title",
  href: (unit) => `/units/${unit.id}`,
  ids: async ({ viewer, values, asOf }) => {
    const custom = await getCustomAsk(viewer, "UNIT", values);
    return listUnitIds(viewer, parseList(unitListSchema, values), asOf, custom);
  },
  rows: async ({ viewer, values, asOf }, ids) =>
    listUnitsByIds(viewer, ids, asOf, await getCustomAsk(viewer, "UNIT", values)),
  columns: async ({ viewer, locale }) => [
    {
      key: "code",
      header: "units.code",
      kind: "TEXT",
      value: (unit) => `${unit.building.code} ${unit.code}`,
      sort: "code",
    },
    { key: "park", header: "units.park", kind: "TEXT", value: (unit) => unit.park.code },
    { key: "floor", header: "units.floor", kind: "TEXT", value: (unit) => unit.floor },
    {
      key: "use",
      header: "units.useLabel",
      kind: "LABEL",
      value: (unit) => unitUseLabels[unit.use],
      sort: "use",
    },
    {
      key: "area",
      header: "units.area",
      kind: "AREA",
      value: (unit) => unit.area,
      sort: "area",
    },
    { key: "occupied", header: "units.occupied", kind: "AREA", value: (unit) => unit.occupied },
    { key: "status", header: "units.statusLabel", kind: "LABEL", value: statusOf, mark: markOf },
    {
      key: "tenants",
      header: "units.tenants",
      kind: "TEXT",
      value: (unit, locale) => unit.tenants.map((tenant) => nameOf(locale, tenant)).join(" · "),
      links: (unit, locale) =>
        unit.tenants.map((tenant) => ({ text: nameOf(locale, tenant), href: `/leases/${tenant.leaseId}` })),
      wrap: true,
    },
    {
      key: "free",
      header: "units.free",
      kind: "AREA",
      hidden: true,
      value: ({ availability, area, occupied }) =>
        availability === "LETTABLE" ? (Number(area) - Number(occupied)).toFixed(2) : null,
    },
    {
      key: "building",
      header: "units.building",
      kind: "TEXT",
      hidden: true,
      value: (unit, locale) => nameOf(locale, unit.building),
      wrap: true,
    },
    {
      key: "availability",
      header: "units.availabilityLabel",
      kind: "LABEL",
      hidden: true,
      value: (unit) => availabilityLabel(unit.availability),
    },
    {
      key: "shared",
      header: "units.shared",
      kind: "LABEL",
      hidden: true,
      value: (unit) => (unit.shared ? "enterprises.yes" : "enterprises.no"),
    },
    { key: "seats", header: "units.seats", kind: "COUNT", hidden: true, value: (unit) => unit.seats },
    {
      key: "validFrom",
      header: "units.validFrom",
      kind: "DATE",
      hidden: true,
      value: (unit) => unit.validFrom,
    },
    ...(await customColumns<UnitListItem>(viewer, "UNIT", locale)),
  ],
};

function statusOf(unit: UnitListItem): string {
  const kind = markOf(unit);
  if (kind === "selfUse") return availabilityLabel(unit.availability);
  if (kind === "vacant") return "units.status.VACANT";
  return kind === "partLet" ? "units.status.PART_LET" : "units.status.IN_OCCUPATION";
}

function markOf({ availability, occupied, area }: UnitListItem): StatusKind {
  if (availability !== "LETTABLE") return "selfUse";
  if (Number(occupied) === 0) return "vacant";
  return Number(occupied) < Number(area) ? "partLet" : "occupied";
}
