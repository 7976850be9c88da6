import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { type Db, db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { notFound } from "@/lib/platform/errors/app-error";
import { offsetOf, type Page } from "@/lib/platform/paging/list-params";
import { isId } from "@/lib/platform/values/id";
import { assertCan, can } from "../permissions";
import { type BuildingDto, buildingSelect, toBuilding } from "./dto";
import type { BuildingListParams } from "./schema";
import { buildingScope } from "./scope";

export type BuildingListItem = BuildingDto & { units: number };

/** The buildings within reach, a page of them. `park` is a park's code. */
export async function listBuildings(
  viewer: Viewer,
  params: BuildingListParams,
): Promise<Page<BuildingListItem>> {
  assertCan(viewer, "buildings.read");
  const contains = { contains: params.query, mode: "insensitive" } as const;
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
  const [rows, total] = await Promise.all([
    db.building.findMany({
      where,
      orderBy: [
        field === "grossArea" ? { grossArea: { sort: direction, nulls: "last" } } : { [field]: direction },
        { id: "asc" },
      ],
      skip: offsetOf(params),
      take: params.pageSize,
      select: { ...buildingSelect, _count: { select: { units: { where: { validTo: null } } } } },
    }),
    db.building.count({ where }),
  ]);
  return { rows: rows.map(({ _count, ...row }) => ({ ...toBuilding(row), units: _count.units })), total };
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
