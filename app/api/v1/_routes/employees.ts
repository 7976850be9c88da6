import { z } from "zod";
import type { EmployeeDto } from "@/lib/domain/employees/dto";
import { getEmployee, listEmployees } from "@/lib/domain/employees/queries";
import {
  degrees,
  employeeListSchema,
  employeeStates,
  employments,
  jobCategories,
  permitClasses,
  permitFilters,
  talentGrades,
} from "@/lib/domain/employees/schema";
import { createNameOpeningSchema, namePurposes } from "@/lib/domain/name-openings/schema";
import { createNameOpening } from "@/lib/domain/name-openings/service";
import { listQuery, toNextCursor, toPlace } from "@/lib/platform/api/cursor";
import { defineRoute } from "@/lib/platform/api/route";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { forbidden, invalid, notFound } from "@/lib/platform/errors/app-error";
import {
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

const employeeShape = z.object({
  id: uuidShape,
  number: z.int(),
  name: z.string().nullable(),
  staffNo: z.string().nullable(),
  enterprise: firmShape,
  park: placeShape,
  jobCategory: z.enum(jobCategories).nullable(),
  nationality: z.string().nullable(),
  degree: z.enum(degrees).nullable(),
  talentGrade: z.enum(talentGrades).nullable(),
  permitClass: z.enum(permitClasses).nullable(),
  permitExpiresOn: dateShape.nullable(),
  employment: z.enum(employments),
  intern: z.boolean(),
  joinedOn: dateShape,
  leftOn: dateShape.nullable(),
  purged: z.boolean(),
  version: z.int(),
});

export const employees = defineRoute({
  id: "listEmployees",
  path: "/employees",
  tag: "employees",
  query: z.object({
    query: z.string().max(200).optional(),
    park: z.string().max(100).optional(),
    enterprise: uuidShape.optional(),
    state: z.enum(employeeStates).optional(),
    permit: z.enum(permitFilters).optional(),
    employment: z.enum(employments).optional(),
    names: z.enum(namePurposes).optional(),
    namesFor: z.string().max(200).optional(),
    ...asOfQuery,
    ...listQuery,
  }),
  answer: listShape(employeeShape),
  handle: async (viewer, { query }) => {
    const place = toPlace(query);
    const filters = employeeListSchema.parse({ ...query, page: place.page, pageSize: place.limit });
    const { names, namesFor, enterprise } = query;
    if (names) await openNames(viewer, { enterpriseId: enterprise, purpose: names, note: namesFor });
    const { rows, total } = await listEmployees(
      viewer,
      filters,
      dayOf(query.asOf),
      names ? "API" : undefined,
    );
    return { items: rows.map(toAnswer), nextCursor: toNextCursor(place, total) };
  },
});

/**
 * Names are answered of one firm, for a purpose and a case, and each time it is logged. By token alone: what a signed-in
 * browser can be led to ask must leave no such line. A firm's own people need not say what for.
 */
async function openNames(
  viewer: Viewer,
  given: { enterpriseId?: string; purpose: string; note?: string },
): Promise<void> {
  if (viewer.enterpriseIds !== null) return;
  if (viewer.via !== "API") throw forbidden();
  const parsed = createNameOpeningSchema.safeParse({ ...given, note: given.note ?? "" });
  if (!parsed.success) {
    const missing = given.enterpriseId ? "namesFor" : "enterprise";
    throw invalid({ [missing]: "errors.required" });
  }
  await createNameOpening(viewer, parsed.data);
}

export const employee = defineRoute({
  id: "getEmployee",
  path: "/employees/{id}",
  tag: "employees",
  params: z.object({ id: uuidShape }),
  query: z.object({}),
  answer: employeeShape,
  handle: async (viewer, { params }) => {
    const row = await getEmployee(viewer, params.id);
    if (!row) throw notFound();
    return toAnswer(row);
  },
});

function toAnswer(row: EmployeeDto) {
  const { id, number, name, staffNo, jobCategory, nationality, degree, talentGrade, permitClass } = row;
  const { permitExpiresOn, employment, intern, joinedOn, leftOn, purged, version } = row;
  return {
    ...{ id, number, name, staffNo, jobCategory, nationality, degree, talentGrade, permitClass },
    ...{ permitExpiresOn, employment, intern, joinedOn, leftOn, purged, version },
    enterprise: { id: row.enterprise.id, ...toNames(row.enterprise) },
    park: toPlaceNames(row.park),
  };
}
