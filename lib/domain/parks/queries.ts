import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { settled } from "@/lib/platform/cache/settled";
import { type Db, db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { notFound } from "@/lib/platform/errors/app-error";
import { fold } from "@/lib/platform/names/sort-keys";
import { literally } from "@/lib/platform/paging/containing";
import { inOrder } from "@/lib/platform/paging/in-order";
import { offsetOf, type Page, type Sort } from "@/lib/platform/paging/list-params";
import { isId } from "@/lib/platform/values/id";
import { assertCan, can } from "../permissions";
import { type ParkDto, parkSelect, toPark } from "./dto";
import type { ParkListParams } from "./schema";
import { parkScope } from "./scope";

export type ParkListItem = ParkDto & { buildings: number; units: number };

/** The parks within reach, a page of them, with how many buildings and units each has. */
export async function listParks(viewer: Viewer, params: ParkListParams): Promise<Page<ParkListItem>> {
  assertCan(viewer, "parks.read");
  const where = toWhere(viewer, params);
  const [rows, counts] = await Promise.all([
    db.park.findMany({
      where,
      orderBy: toOrder(viewer, params.sort),
      skip: offsetOf(params),
      take: params.pageSize,
      select: itemSelect,
    }),
    // A zone has a handful of parks: their counts are added up here.
    db.park.findMany({ where, select: { _count: itemSelect._count } }),
  ]);
  const sumOf = (key: "buildings" | "units") => counts.reduce((sum, { _count }) => sum + _count[key], 0);
  const totals = { buildings: sumOf("buildings"), units: sumOf("units") };
  return { rows: rows.map(toListItem), total: counts.length, totals };
}

/** The ids of all of them, in the list's order: what a file of the list goes through. */
export async function listParkIds(viewer: Viewer, params: ParkListParams): Promise<string[]> {
  assertCan(viewer, "parks.read");
  const orderBy = toOrder(viewer, params.sort);
  const rows = await db.park.findMany({ where: toWhere(viewer, params), orderBy, select: { id: true } });
  return rows.map(({ id }) => id);
}

/** Those of the ids that are within reach, in the order of the ids. */
export async function listParksByIds(viewer: Viewer, ids: string[]): Promise<ParkListItem[]> {
  assertCan(viewer, "parks.read");
  const where = { AND: [parkScope(viewer), { id: { in: ids } }] };
  const rows = await db.park.findMany({ where, select: itemSelect });
  return inOrder(ids, rows).map(toListItem);
}

const itemSelect = {
  ...parkSelect,
  _count: { select: { buildings: true, units: { where: { validTo: null } } } },
} satisfies Prisma.ParkSelect;

function toListItem({ _count, ...row }: Prisma.ParkGetPayload<{ select: typeof itemSelect }>): ParkListItem {
  return { ...toPark(row), ..._count };
}

/** One park with what the viewer may do to it, or null when there is none within reach. */
export async function getPark(viewer: Viewer, id: string) {
  assertCan(viewer, "parks.read");
  if (!isId(id)) return null;
  const row = await db.park.findFirst({ where: { AND: [parkScope(viewer), { id }] }, select: parkSelect });
  if (!row) return null;
  const open = row.status !== "CLOSED";
  return {
    ...toPark(row),
    can: {
      update: can(viewer, "parks.update"),
      close: open && can(viewer, "parks.close"),
      addBuilding: open && can(viewer, "buildings.create"),
    },
  };
}

/** Every park within reach, named and in the reader's order: for switchers and selects. */
export const listParkOptions = settled("parkOptions", (viewer) =>
  db.park.findMany({
    where: parkScope(viewer),
    orderBy: toOrder(viewer, { field: "name", descending: false }),
    select: { id: true, code: true, nameZh: true, nameEn: true },
  }),
);

/** All of them are within reach. @throws AppError NOT_FOUND */
export async function assertParksInScope(on: Db, viewer: Viewer, ids: string[]): Promise<void> {
  const wanted = [...new Set(ids)];
  const found = await on.park.count({ where: { AND: [parkScope(viewer), { id: { in: wanted } }] } });
  if (found < wanted.length) throw notFound();
}

/** @throws AppError NOT_FOUND */
export async function findParkInScope(on: Db, viewer: Viewer, id: string) {
  const park = await on.park.findFirst({ where: { AND: [parkScope(viewer), { id }] }, select: parkSelect });
  if (!park) throw notFound();
  return park;
}

function toWhere(viewer: Viewer, { query, status }: ParkListParams): Prisma.ParkWhereInput {
  const text = fold(query);
  const contains = { contains: literally(text), mode: "insensitive" } as const;
  return {
    AND: [
      parkScope(viewer),
      status ? { status } : {},
      text
        ? { OR: [{ code: contains }, { nameZh: contains }, { nameEn: contains }, { sortZh: contains }] }
        : {},
    ],
  };
}

function toOrder(viewer: Viewer, sort: Sort): Prisma.ParkOrderByWithRelationInput[] {
  const direction = sort.descending ? "desc" : "asc";
  if (sort.field === "code") return [{ code: direction }];
  if (sort.field === "openedOn") return [{ openedOn: { sort: direction, nulls: "last" } }, { id: "asc" }];
  return [viewer.locale === "zh" ? { sortZh: direction } : { sortEn: direction }, { id: "asc" }];
}
