import { nameOf } from "@/lib/platform/i18n/names";
import type { ReportColumn } from "@/lib/reports/columns";
import type { RentRollItem } from "@/lib/reports/occupancy/facts-rows";
import type { PublishedExpiry, PublishedOccupancy } from "@/lib/reports/occupancy/publish";

/** The zone, a park or a building with its figures. */
export interface PlaceRow {
  level: "ZONE" | "PARK" | "BUILDING";
  park: string | null;
  code: string | null;
  nameZh: string | null;
  nameEn: string | null;
  figures: PublishedOccupancy;
}

export const placeColumns: ReportColumn<PlaceRow>[] = [
  { key: "name", header: "reports.columns.place", kind: "TEXT", value: (row, locale) => nameOf(locale, row) },
  { key: "park", header: "reports.columns.park", kind: "TEXT", value: (row) => row.park },
  {
    key: "building",
    header: "reports.columns.building",
    kind: "TEXT",
    value: (row) => (row.level === "BUILDING" ? row.code : null),
  },
  {
    key: "lettable",
    header: "reports.columns.lettable",
    kind: "AREA",
    value: ({ figures }) => figures.lettableArea,
  },
  {
    key: "occupied",
    header: "reports.columns.occupied",
    kind: "AREA",
    value: ({ figures }) => figures.occupiedArea,
  },
  {
    key: "occupancyRate",
    header: "reports.columns.occupancy",
    kind: "RATE",
    value: ({ figures }) => figures.occupancyRate,
  },
  {
    key: "committedRate",
    header: "reports.columns.committed",
    kind: "RATE",
    value: ({ figures }) => figures.committedRate,
  },
  {
    key: "vacant",
    header: "reports.columns.vacant",
    kind: "AREA",
    value: ({ figures }) => figures.vacantArea,
  },
  { key: "units", header: "reports.columns.units", kind: "COUNT", value: ({ figures }) => figures.units },
  {
    key: "unitsOccupied",
    header: "reports.columns.unitsOccupied",
    kind: "COUNT",
    value: ({ figures }) => figures.unitsOccupied,
  },
  { key: "wale", header: "reports.columns.wale", kind: "YEARS", value: ({ figures }) => figures.waleYears },
  { key: "tenants", header: "metrics.tenants.name", kind: "COUNT", value: ({ figures }) => figures.tenants },
];

export const expiryColumns: ReportColumn<PublishedExpiry["buckets"][number]>[] = [
  {
    key: "period",
    header: "reports.columns.period",
    kind: "LABEL",
    value: ({ period }) => (period === "HOLDOVER" ? "reports.holdover" : period),
  },
  { key: "area", header: "reports.columns.area", kind: "AREA", value: ({ area }) => area },
  { key: "share", header: "reports.columns.shareOfOccupied", kind: "RATE", value: ({ share }) => share },
];

export const rentRollColumns: ReportColumn<RentRollItem>[] = [
  { key: "unit", header: "reports.columns.unit", kind: "TEXT", short: true, value: ({ unit }) => unit },
  {
    key: "park",
    header: "reports.columns.park",
    kind: "TEXT",
    value: (row, locale) => nameOf(locale, { nameZh: row.parkZh, nameEn: row.parkEn }),
  },
  {
    key: "building",
    header: "reports.columns.building",
    kind: "TEXT",
    value: (row, locale) => nameOf(locale, { nameZh: row.buildingZh, nameEn: row.buildingEn }),
  },
  { key: "floor", header: "reports.columns.floor", kind: "TEXT", short: true, value: ({ floor }) => floor },
  {
    key: "state",
    header: "reports.columns.state",
    kind: "LABEL",
    value: ({ state }) => `reports.states.${state}`,
  },
  {
    key: "tenant",
    header: "reports.columns.tenant",
    kind: "TEXT",
    value: (row, locale) => nameOf(locale, { nameZh: row.tenantZh, nameEn: row.tenantEn }),
  },
  {
    key: "leaseNo",
    header: "reports.columns.leaseNo",
    kind: "TEXT",
    short: true,
    value: ({ leaseNo }) => leaseNo,
  },
  { key: "area", header: "reports.columns.area", kind: "AREA", value: ({ area }) => area },
  {
    key: "occupied",
    header: "reports.columns.counted",
    kind: "AREA",
    value: ({ occupiedArea }) => occupiedArea,
  },
  { key: "from", header: "reports.columns.from", kind: "DATE", value: ({ from }) => from },
  { key: "endsOn", header: "reports.columns.endsOn", kind: "DATE", value: ({ endsOn }) => endsOn },
  { key: "daysLeft", header: "reports.columns.daysLeft", kind: "COUNT", value: ({ daysLeft }) => daysLeft },
  {
    key: "movedIn",
    header: "reports.columns.movedIn",
    kind: "LABEL",
    value: ({ leaseId, movedInKnown }) =>
      leaseId === null ? null : movedInKnown ? "reports.movedIn.known" : "reports.movedIn.assumed",
  },
];
