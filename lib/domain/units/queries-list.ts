import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { type CivilDate, fromCivil } from "@/lib/platform/dates/civil";
import { db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { literally } from "@/lib/platform/paging/containing";
import { inOrder } from "@/lib/platform/paging/in-order";
import { offsetOf, type Page } from "@/lib/platform/paging/list-params";
import { toCustomValues } from "../custom-fields/dto";
import { type CustomAsk, noCustom } from "../custom-fields/queries";
import { customWhere } from "../custom-fields/queries-filters";
import { leaseScope } from "../leases/scope";
import { assertCan } from "../permissions";
import {
  lineSelect,
  toTenant,
  toUnit,
  type UnitDto,
  type UnitLine,
  type UnitTenant,
  unitSelect,
} from "./dto";
import { countUnits } from "./queries-totals";
import type { UnitListParams } from "./schema";
import { unitScope } from "./scope";

export type UnitListItem = UnitDto & {
  occupied: string;
  tenants: UnitTenant[];
  /** By the fields' ids. */
  custom: Record<string, string>;
};

/** The units that exist on a day within reach, with who is in them. `park` and `building` are codes. */
export async function listUnits(
  viewer: Viewer,
  params: UnitListParams,
  asOf: CivilDate,
  within?: { buildingId: string },
  custom: CustomAsk = noCustom,
): Promise<Page<UnitListItem>> {
  assertCan(viewer, "units.read");
  const where = toWhere(viewer, params, asOf, custom, within);
  const [rows, { total, ...totals }] = await Promise.all([
    db.unit.findMany({
      where,
      orderBy: toOrder(params),
      skip: offsetOf(params),
      take: params.pageSize,
      select: selectOn(viewer, asOf),
    }),
    countUnits(viewer, params, asOf, within, custom.filters),
  ]);
  return { rows: rows.map((row) => toListItem(row, custom)), total, totals };
}

/** The ids of all of them, in the list's order: what a file of the list goes through. */
export async function listUnitIds(
  viewer: Viewer,
  params: UnitListParams,
  asOf: CivilDate,
  custom: CustomAsk = noCustom,
) {
  assertCan(viewer, "units.read");
  const where = toWhere(viewer, params, asOf, custom);
  const rows = await db.unit.findMany({ where, orderBy: toOrder(params), select: { id: true } });
  return rows.map(({ id }) => id);
}

/** Those of the ids that are within reach, in the order of the ids. */
export async function listUnitsByIds(
  viewer: Viewer,
  ids: string[],
  asOf: CivilDate,
  custom: CustomAsk = noCustom,
): Promise<UnitListItem[]> {
  assertCan(viewer, "units.read");
  const where = { AND: [unitScope(viewer), { id: { in: ids } }] };
  const rows = await db.unit.findMany({ where, select: selectOn(viewer, asOf) });
  return inOrder(ids, rows).map((row) => toListItem(row, custom));
}

/** Up to 30 lettable units of a park that match a text, for choosing; with how much of each is free then. */
export async function listUnitOptions(viewer: Viewer, query: string, asOf: CivilDate) {
  assertCan(viewer, "units.read");
  const page = await listUnits(
    viewer,
    {
      page: 1,
      pageSize: 30,
      query,
      sort: { field: "code", descending: false },
      park: undefined,
      building: undefined,
      use: undefined,
      availability: "LETTABLE",
      status: undefined,
    },
    asOf,
  );
  return page.rows;
}

function inForceOn(day: Date) {
  return {
    inForceFrom: { lte: day },
    OR: [{ inForceTo: null }, { inForceTo: { gte: day } }],
  } satisfies Prisma.LeaseLineWhereInput;
}

function selectOn(viewer: Viewer, asOf: CivilDate) {
  const lines = { AND: [inForceOn(fromCivil(asOf)), { lease: leaseScope(viewer) }] };
  return { ...unitSelect, leaseLines: { where: lines, select: lineSelect } } satisfies Prisma.UnitSelect;
}

function toOrder({ sort }: UnitListParams): Prisma.UnitOrderByWithRelationInput[] {
  return [{ [sort.field]: sort.descending ? "desc" : "asc" }, { buildingId: "asc" }, { id: "asc" }];
}

function toWhere(
  viewer: Viewer,
  params: UnitListParams,
  asOf: CivilDate,
  { filters }: CustomAsk,
  within?: { buildingId: string },
): Prisma.UnitWhereInput {
  const day = fromCivil(asOf);
  const inForce = inForceOn(day);
  return {
    AND: [
      unitScope(viewer),
      within ?? {},
      { validFrom: { lte: day }, OR: [{ validTo: null }, { validTo: { gt: day } }] },
      params.park ? { park: { code: params.park } } : {},
      params.building ? { building: { code: params.building } } : {},
      params.use ? { use: params.use } : {},
      params.availability ? { availability: params.availability } : {},
      params.status === "VACANT" ? { availability: "LETTABLE", leaseLines: { none: inForce } } : {},
      params.status === "LET" ? { leaseLines: { some: inForce } } : {},
      ...matching(params.query),
      ...customWhere(filters),
    ],
  };
}

/** "A 0101": each word is part of the unit's code, or of its building's or park's. */
function matching(query: string): Prisma.UnitWhereInput[] {
  return query
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => {
      const contains = { contains: literally(word), mode: "insensitive" } as const;
      return {
        OR: [
          { code: contains },
          { building: { OR: [{ code: contains }, { nameZh: contains }, { nameEn: contains }] } },
          { park: { code: contains } },
        ],
      };
    });
}

function toListItem(
  { leaseLines, ...unit }: Prisma.UnitGetPayload<{ select: typeof unitSelect }> & { leaseLines: UnitLine[] },
  { fields }: CustomAsk,
): UnitListItem {
  const occupied = leaseLines.reduce((sum, line) => sum + Number(line.area.times(100)), 0);
  const capped = Math.min(occupied, Number(unit.area.times(100)));
  return {
    ...toUnit(unit),
    custom: toCustomValues(fields, unit.custom),
    occupied: (capped / 100).toFixed(2),
    tenants: leaseLines.flatMap(toTenant),
  };
}
