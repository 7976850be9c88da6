import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { addDays, type CivilDate, fromCivil } from "@/lib/platform/dates/civil";
import { type Db, db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { notFound } from "@/lib/platform/errors/app-error";
import { literally } from "@/lib/platform/paging/containing";
import { inOrder } from "@/lib/platform/paging/in-order";
import { offsetOf, type Page } from "@/lib/platform/paging/list-params";
import { isId } from "@/lib/platform/values/id";
import { listNames, type NamesFor } from "../name-openings/queries-names";
import { assertCan, can } from "../permissions";
import { type EmployeeDto, employeeSelect, toEmployee } from "./dto";
import { PERMIT_DAYS } from "./rules";
import type { EmployeeListParams } from "./schema";
import { employeeScope } from "./scope";

/** The roster on a day, within reach, a page of it; with names where they are open. */
export async function listEmployees(
  viewer: Viewer,
  params: EmployeeListParams,
  asOf: CivilDate,
  names?: NamesFor,
): Promise<Page<EmployeeDto>> {
  assertCan(viewer, "employees.read");
  const { where, orderBy } = toQuery(viewer, params, asOf);
  const [rows, total] = await Promise.all([
    db.employee.findMany({
      where,
      orderBy,
      skip: offsetOf(params),
      take: params.pageSize,
      select: employeeSelect,
    }),
    db.employee.count({ where }),
  ]);
  return { rows: await withNames(viewer, rows, names), total };
}

/** The ids of all of them, in the list's order: what a file of the list goes through. */
export async function listEmployeeIds(viewer: Viewer, params: EmployeeListParams, asOf: CivilDate) {
  assertCan(viewer, "employees.read");
  const rows = await db.employee.findMany({ ...toQuery(viewer, params, asOf), select: { id: true } });
  return rows.map(({ id }) => id);
}

/** Those of the ids that are within reach, in the order of the ids. */
export async function listEmployeesByIds(
  viewer: Viewer,
  ids: string[],
  names?: NamesFor,
): Promise<EmployeeDto[]> {
  assertCan(viewer, "employees.read");
  const where = { AND: [employeeScope(viewer), { id: { in: ids } }] };
  const rows = await db.employee.findMany({ where, select: employeeSelect });
  return withNames(viewer, inOrder(ids, rows), names);
}

/** One person with what the viewer may do to the row, or null out of reach. */
export async function getEmployee(viewer: Viewer, id: string, names?: NamesFor) {
  assertCan(viewer, "employees.read");
  if (!isId(id)) return null;
  const row = await db.employee.findFirst({
    where: { AND: [employeeScope(viewer), { id }] },
    select: employeeSelect,
  });
  if (!row) return null;
  const [employee] = await withNames(viewer, [row], names);
  if (!employee) throw new Error("One row comes back as one");
  const live = row.purgedAt === null;
  return {
    ...employee,
    can: {
      update: live && can(viewer, "employees.update"),
      leave: live && row.leftOn === null && can(viewer, "employees.leave"),
      // What the office did to a row is the office's to read.
      history: viewer.enterpriseIds === null && can(viewer, "employees.update"),
    },
  };
}

/** @throws AppError NOT_FOUND */
export async function findEmployeeInScope(on: Db, viewer: Viewer, id: string) {
  const row = await on.employee.findFirst({
    where: { AND: [employeeScope(viewer), { id }] },
    select: { ...employeeSelect, nameId: true },
  });
  if (!row) throw notFound();
  return row;
}

/** Names and staff numbers are the office's and the employer's. */
export function seesStaffNumbers(viewer: Viewer): boolean {
  return viewer.enterpriseIds !== null || can(viewer, "employees.update");
}

async function withNames(
  viewer: Viewer,
  rows: Prisma.EmployeeGetPayload<{ select: typeof employeeSelect }>[],
  names?: NamesFor,
) {
  const known = names && (await listNames(viewer, rows, names));
  return rows.map((row) => toEmployee(row, seesStaffNumbers(viewer), known));
}

function toQuery(viewer: Viewer, params: EmployeeListParams, asOf: CivilDate) {
  const number = Number(params.query.replace(/^no\.?\s*/i, "").replace(/号$/, ""));
  const sought: Prisma.EmployeeWhereInput[] = [
    ...(Number.isInteger(number) && number > 0 && number < 2 ** 31 ? [{ number }] : []),
    ...(seesStaffNumbers(viewer)
      ? [{ staffNo: { contains: literally(params.query), mode: "insensitive" as const } }]
      : []),
  ];
  const where: Prisma.EmployeeWhereInput = {
    AND: [
      employeeScope(viewer),
      params.park ? { park: { code: params.park } } : {},
      params.enterprise ? { enterpriseId: params.enterprise } : {},
      params.employment ? { employment: params.employment } : {},
      // Names are not searched: a search that finds one tells it.
      params.query ? { OR: sought } : {},
      ...toStateWhere(params, asOf),
    ],
  };
  const direction = params.sort.descending ? "desc" : "asc";
  const orderBy: Prisma.EmployeeOrderByWithRelationInput[] = [
    { [params.sort.field]: direction },
    { id: "asc" },
  ];
  return { where, orderBy };
}

function toStateWhere({ state = "PRESENT", permit }: EmployeeListParams, asOf: CivilDate) {
  const day = fromCivil(asOf);
  const present = { joinedOn: { lte: day }, OR: [{ leftOn: null }, { leftOn: { gt: day } }] };
  const states: Record<string, Prisma.EmployeeWhereInput> = {
    PRESENT: present,
    LEFT: { leftOn: { lte: day } },
    ALL: {},
  };
  if (!permit) return [states[state] ?? present];
  // A permit matters of those who work here.
  const longest = Math.max(...PERMIT_DAYS);
  const within = (days: number) => fromCivil(addDays(asOf, days));
  if (permit === "EXPIRED") return [present, { permitExpiresOn: { lt: day } }];
  if (permit === "DUE") return [present, { permitExpiresOn: { lte: within(longest) } }];
  return [present, { permitExpiresOn: { gte: day, lte: within(Number(permit)) } }];
}
