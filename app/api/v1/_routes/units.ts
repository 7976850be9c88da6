import { z } from "zod";
import { type CustomEntry, toCustomByKey, toCustomEntries } from "@/lib/domain/custom-fields/dto";
import type { UnitDto, UnitTenant } from "@/lib/domain/units/dto";
import { getUnit } from "@/lib/domain/units/queries";
import { listUnits } from "@/lib/domain/units/queries-list";
import { UNIT_AVAILABILITIES } from "@/lib/domain/units/rules";
import { unitListSchema, unitStatusFilters, unitUses } from "@/lib/domain/units/schema";
import { listQuery, toNextCursor, toPlace } from "@/lib/platform/api/cursor";
import { defineRoute } from "@/lib/platform/api/route";
import { notFound } from "@/lib/platform/errors/app-error";
import { askCustom } from "./custom-ask";
import {
  areaShape,
  asOfQuery,
  customShape,
  dateShape,
  dayOf,
  firmShape,
  listShape,
  placeShape,
  toNames,
  toPlaceNames,
  uuidShape,
} from "./shapes";

const unitShape = {
  id: uuidShape,
  code: z.string(),
  park: placeShape,
  building: placeShape,
  floor: z.string(),
  area: areaShape,
  use: z.enum(unitUses),
  availability: z.enum(UNIT_AVAILABILITIES),
  shared: z.boolean(),
  seats: z.int().nullable(),
  validFrom: dateShape,
  validTo: dateShape.nullable(),
  version: z.int(),
  custom: customShape,
  tenants: z.array(
    z.object({
      leaseId: uuidShape,
      leaseNo: z.string(),
      enterprise: firmShape,
      area: areaShape,
      from: dateShape,
      to: dateShape.nullable(),
    }),
  ),
};

/** The units that exist on a day, with who is in them then. */
export const units = defineRoute({
  id: "listUnits",
  path: "/units",
  tag: "units",
  query: z.looseObject({
    query: z.string().max(200).optional(),
    park: z.string().max(100).optional(),
    building: z.string().max(100).optional(),
    use: z.enum(unitUses).optional(),
    availability: z.enum(UNIT_AVAILABILITIES).optional(),
    status: z.enum(unitStatusFilters).optional(),
    ...asOfQuery,
    ...listQuery,
  }),
  answer: listShape(z.object({ ...unitShape, occupiedArea: areaShape })),
  handle: async (viewer, { query }) => {
    const place = toPlace(query);
    const filters = unitListSchema.parse({ ...query, page: place.page, pageSize: place.limit });
    const ask = await askCustom(viewer, "UNIT", query);
    const { rows, total } = await listUnits(viewer, filters, dayOf(query.asOf), undefined, ask);
    return {
      items: rows.map(({ occupied, tenants, custom, ...row }) => ({
        ...toUnit(row, tenants, toCustomEntries(ask.fields, custom)),
        occupiedArea: occupied,
      })),
      nextCursor: toNextCursor(place, total),
    };
  },
});

/** One unit with every letting of it. */
export const unit = defineRoute({
  id: "getUnit",
  path: "/units/{id}",
  tag: "units",
  params: z.object({ id: uuidShape }),
  query: z.object({}),
  answer: z.object(unitShape),
  handle: async (viewer, { params }) => {
    const row = await getUnit(viewer, params.id);
    if (!row) throw notFound();
    return toUnit(row, row.tenants, row.customFields);
  },
});

function toUnit(row: UnitDto, tenants: UnitTenant[], custom: CustomEntry[]) {
  const {
    id,
    code,
    park,
    building,
    floor,
    area,
    use,
    availability,
    shared,
    seats,
    validFrom,
    validTo,
    version,
  } = row;
  return {
    ...{
      id,
      code,
      park: toPlaceNames(park),
      building: toPlaceNames(building),
      floor,
      area,
      use,
      availability,
    },
    ...{ shared, seats, validFrom, validTo, version, custom: toCustomByKey(custom) },
    tenants: tenants.map(({ leaseId, leaseNo, enterpriseId, area: let_, from, to, ...names }) => ({
      ...{ leaseId, leaseNo, enterprise: { id: enterpriseId, ...toNames(names) }, area: let_, from, to },
    })),
  };
}
