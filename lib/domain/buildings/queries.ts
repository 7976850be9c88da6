import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { type Db, db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { notFound } from "@/lib/platform/errors/app-error";
import { literally } from "@/lib/platform/paging/containing";
import { inOrder } from "@/lib/platform/paging/in-order";
import { offsetOf, type Page } from "@/lib/platform/paging/list-params";
import { isId } from "@/lib/platform/values/id";
import { assertCan, can } from "../permissions";
import { type BuildingDto, buildingSelect, toBuilding } from "./dto";
import { countBuildings } from "./queries-totals";
import type { BuildingListParams } from "./schema";
import { buildingScope } from "./scope";

export type BuildingListItem = BuildingDto & { units: number };

/** The buildings within reach, a page of them. `park` is a park's code. */
export async function listBuildings(
  viewer: Viewer,
  params: BuildingListParams,
): Promise<Page<BuildingListItem>> {
  assertCan(viewer, "buildings.read");
  const { where, orderBy } = toQuery(viewer, params);
  const [rows, { total, ...totals }] = await Promise.all([
    db.building.findMany({
      where,
      orderBy,
      skip: offsetOf(params),
      take: params.pageSize,
      select: itemSelect,
    }),
    countBuildings(viewer, params),
  ]);
  return { rows: rows.map(toListItem), total, totals };
}

/** The ids of all of them, in the list's order: what a file of the list goes through. */
export async function listBuildingIds(viewer: Viewer, params: BuildingListParams): Promise<string[]> {
  assertCan(viewer, "buildings.read");
  const rows = await db.building.findMany({ ...toQuery(viewer, params), select: { id: true } });
  return rows.map(({ id }) => id);
}

/** Those of the ids that are within reach, in the order of the ids. */
export async function listBuildingsByIds(viewer: Viewer, ids: string[]): Promise<BuildingListItem[]> {
  assertCan(viewer, "buildings.read");
  const where = { AND: [buildingScope(viewer), { id: { in: ids } }] };
  const rows = await db.building.findMany({ where, select: itemSelect });
  return inOrder(ids, rows).map(toListItem);
}

const itemSelect = {
  ...buildingSelect,
  _count: { select: { units: { where: { validTo: null } } } },
} satisfies Prisma.BuildingSelect;

function toListItem({ _count, ...row }: Prisma.BuildingGetPayload<{ select: typeof itemSelect }>) {
  return { ...toBuilding(row), units: _count.units };
}

function toQuery(viewer: Viewer, params: BuildingListParams) {
  const contains = { contains: literally(params.query), mode: "insensitive" } as const;
  const where: Prisma.BuildingWhereInput = {
    AND: [
      buildingScope(viewer),
      params.park ? { park: { code: params.park } } : {},
      params.query ? { OR: [{ code: contains }, { nameZh: contains }, { nameEn: contains }] } : {},
    ],
  };
  const direction = params.sort.descending ? "desc" : "asc";
  const name = viewer.locale === "zh" ? "sortZh" : "sortEn";
  const field = params.sort.field === "name" ? name : params.sort.field;
  const orderBy: Prisma.BuildingOrderByWithRelationInput[] = [
    field === "grossArea" ? { grossArea: { sort: direction, nulls: "last" } } : { [field]: direction },
    { id: "asc" },
  ];
  return { where, orderBy };
}

/** One building with what the viewer may do to it, or null out of reach. */
export async function getBuilding(viewer: Viewer, id: string) {
  assertCan(viewer, "buildings.read");
  if (!isId(id)) return null;
  const row = await db.building.findFirst({
    where: { AND: [buildingScope(viewer), { id }] },
    select: buildingSelect,
  });
  if (!row) return null;
  const open = row.closedOn === null;
  return {
    ...toBuilding(row),
    can: {
      update: can(viewer, "buildings.update"),
      close: open && can(viewer, "buildings.close"),
      addUnit: open && can(viewer, "units.create"),
      let: open && can(viewer, "leases.create"),
    },
  };
}

/** Buildings with their floors, for choosing where a unit is. */
export async function listBuildingOptions(viewer: Viewer) {
  assertCan(viewer, "buildings.read");
  const rows = await db.building.findMany({
    where: { AND: [buildingScope(viewer), { closedOn: null }] },
    orderBy: viewer.locale === "zh" ? { sortZh: "asc" } : { sortEn: "asc" },
    select: buildingSelect,
  });
  return rows.map(toBuilding);
}

/** @throws AppError NOT_FOUND */
export async function findBuildingInScope(on: Db, viewer: Viewer, id: string) {
  const row = await on.building.findFirst({
    where: { AND: [buildingScope(viewer), { id }] },
    select: { ...buildingSelect, parkId: true },
  });
  if (!row) throw notFound();
  return row;
}
