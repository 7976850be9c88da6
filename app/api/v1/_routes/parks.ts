import { z } from "zod";
import type { BuildingDto } from "@/lib/domain/buildings/dto";
import { getBuilding, listBuildings } from "@/lib/domain/buildings/queries";
import { buildingListSchema } from "@/lib/domain/buildings/schema";
import type { ParkDto } from "@/lib/domain/parks/dto";
import { getPark, listParks } from "@/lib/domain/parks/queries";
import { parkListSchema, parkStatuses } from "@/lib/domain/parks/schema";
import { listQuery, toNextCursor, toPlace } from "@/lib/platform/api/cursor";
import { defineRoute } from "@/lib/platform/api/route";
import { notFound } from "@/lib/platform/errors/app-error";
import {
  areaShape,
  dateShape,
  listShape,
  namesShape,
  placeShape,
  toNames,
  toPlaceNames,
  uuidShape,
} from "./shapes";

const parkShape = {
  id: uuidShape,
  code: z.string(),
  ...namesShape,
  operator: z.string().nullable(),
  status: z.enum(parkStatuses),
  openedOn: dateShape.nullable(),
  closedOn: dateShape.nullable(),
  plannedInvestment: z.object({ amount: z.string(), currency: z.string() }).nullable(),
  version: z.int(),
};

export const parks = defineRoute({
  id: "listParks",
  path: "/parks",
  tag: "parks",
  query: z.object({ query: z.string().max(200).optional(), ...listQuery }),
  answer: listShape(z.object({ ...parkShape, buildings: z.int(), units: z.int() })),
  handle: async (viewer, { query }) => {
    const place = toPlace(query);
    const filters = parkListSchema.parse({ ...query, page: place.page, pageSize: place.limit, sort: "code" });
    const { rows, total } = await listParks(viewer, filters);
    return {
      items: rows.map(({ buildings, units, ...row }) => ({ ...toPark(row), buildings, units })),
      nextCursor: toNextCursor(place, total),
    };
  },
});

export const park = defineRoute({
  id: "getPark",
  path: "/parks/{id}",
  tag: "parks",
  params: z.object({ id: uuidShape }),
  query: z.object({}),
  answer: z.object(parkShape),
  handle: async (viewer, { params }) => {
    const row = await getPark(viewer, params.id);
    if (!row) throw notFound();
    return toPark(row);
  },
});

function toPark(row: ParkDto) {
  const { id, code, operator, status, openedOn, closedOn, plannedInvestment, version } = row;
  return { id, code, ...toNames(row), operator, status, openedOn, closedOn, plannedInvestment, version };
}

const buildingShape = {
  id: uuidShape,
  code: z.string(),
  ...namesShape,
  park: placeShape,
  grossArea: areaShape.nullable(),
  closedOn: dateShape.nullable(),
  version: z.int(),
  floors: z.array(z.object({ id: uuidShape, label: z.string(), position: z.string() })),
};

export const buildings = defineRoute({
  id: "listBuildings",
  path: "/buildings",
  tag: "buildings",
  query: z.object({
    query: z.string().max(200).optional(),
    park: z.string().max(100).optional(),
    ...listQuery,
  }),
  answer: listShape(z.object({ ...buildingShape, units: z.int() })),
  handle: async (viewer, { query }) => {
    const place = toPlace(query);
    const filters = buildingListSchema.parse({
      ...query,
      page: place.page,
      pageSize: place.limit,
      sort: "code",
    });
    const { rows, total } = await listBuildings(viewer, filters);
    return {
      items: rows.map(({ units, ...row }) => ({ ...toBuilding(row), units })),
      nextCursor: toNextCursor(place, total),
    };
  },
});

export const building = defineRoute({
  id: "getBuilding",
  path: "/buildings/{id}",
  tag: "buildings",
  params: z.object({ id: uuidShape }),
  query: z.object({}),
  answer: z.object(buildingShape),
  handle: async (viewer, { params }) => {
    const row = await getBuilding(viewer, params.id);
    if (!row) throw notFound();
    return toBuilding(row);
  },
});

function toBuilding(row: BuildingDto) {
  const { id, code, park: inPark, grossArea, closedOn, floors, version } = row;
  return { id, code, ...toNames(row), park: toPlaceNames(inPark), grossArea, closedOn, version, floors };
}
