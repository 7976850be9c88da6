import { z } from "zod";
import type { LeaseDto } from "@/lib/domain/leases/dto";
import { getLease, listLeases } from "@/lib/domain/leases/queries";
import { LEASE_STATUSES } from "@/lib/domain/leases/rules";
import { leaseListSchema } from "@/lib/domain/leases/schema";
import { listQuery, toNextCursor, toPlace } from "@/lib/platform/api/cursor";
import { defineRoute } from "@/lib/platform/api/route";
import { notFound } from "@/lib/platform/errors/app-error";
import {
  areaShape,
  asOfQuery,
  dateShape,
  dayOf,
  firmShape,
  listShape,
  placeShape,
  toNames,
  toPlaceNames,
  uuidShape,
} from "./shapes";

const day = dateShape.nullable();
const leaseShape = z.object({
  id: uuidShape,
  leaseNo: z.string(),
  status: z.enum(LEASE_STATUSES),
  park: placeShape,
  enterprise: firmShape,
  area: areaShape,
  signedOn: day,
  startsOn: dateShape,
  endsOn: dateShape,
  movedInOn: day,
  terminatedOn: day,
  movedOutOn: day,
  breakOn: day,
  holdover: z.boolean(),
  renewalOfId: uuidShape.nullable(),
  subleaseOfId: uuidShape.nullable(),
  version: z.int(),
  lines: z.array(
    z.object({
      unitId: uuidShape,
      unit: z.string(),
      building: placeShape,
      area: areaShape,
      seats: z.int().nullable(),
      lineFrom: day,
      lineTo: day,
    }),
  ),
});

export const leases = defineRoute({
  id: "listLeases",
  path: "/leases",
  tag: "leases",
  query: z.object({
    query: z.string().max(200).optional(),
    park: z.string().max(100).optional(),
    building: z.string().max(100).optional(),
    enterprise: uuidShape.optional(),
    status: z.enum(LEASE_STATUSES).optional(),
    endsBefore: dateShape.optional(),
    ...asOfQuery,
    ...listQuery,
  }),
  answer: listShape(leaseShape),
  handle: async (viewer, { query }) => {
    const place = toPlace(query);
    const filters = leaseListSchema.parse({ ...query, page: place.page, pageSize: place.limit });
    const { rows, total } = await listLeases(viewer, filters, dayOf(query.asOf));
    return { items: rows.map(toLease), nextCursor: toNextCursor(place, total) };
  },
});

export const lease = defineRoute({
  id: "getLease",
  path: "/leases/{id}",
  tag: "leases",
  params: z.object({ id: uuidShape }),
  query: z.object({ ...asOfQuery }),
  answer: leaseShape,
  handle: async (viewer, { params, query }) => {
    const row = await getLease(viewer, params.id, dayOf(query.asOf));
    if (!row) throw notFound();
    return toLease(row);
  },
});

function toLease(row: LeaseDto) {
  const { id, leaseNo, status, park, enterprise, area, signedOn, startsOn, endsOn, movedInOn } = row;
  const { terminatedOn, movedOutOn, breakOn, holdover, renewalOfId, subleaseOfId, version } = row;
  return {
    ...{ id, leaseNo, status, park: toPlaceNames(park), area, signedOn, startsOn, endsOn, movedInOn },
    enterprise: { id: enterprise.id, ...toNames(enterprise) },
    ...{ terminatedOn, movedOutOn, breakOn, holdover, renewalOfId, subleaseOfId, version },
    lines: row.lines.map(({ unitId, unit, building, area: let_, seats, lineFrom, lineTo }) => ({
      ...{ unitId, unit, building: toPlaceNames(building), area: let_, seats, lineFrom, lineTo },
    })),
  };
}
