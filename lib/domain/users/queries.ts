import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { type Db, db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { invalid, notFound } from "@/lib/platform/errors/app-error";
import { literally } from "@/lib/platform/paging/containing";
import { offsetOf, type Page } from "@/lib/platform/paging/list-params";
import { isId } from "@/lib/platform/values/id";
import { assertCan } from "../permissions";
import { toUser, type UserDto, userSelect } from "./dto";
import type { UserListParams } from "./schema";
import { userScope } from "./scope";

/** Who may sign in, a page of them. */
export async function listUsers(viewer: Viewer, params: UserListParams): Promise<Page<UserDto>> {
  assertCan(viewer, "users.read");
  const contains = { contains: literally(params.query), mode: "insensitive" } as const;
  const where: Prisma.UserWhereInput = {
    AND: [
      userScope(viewer),
      params.role ? { role: params.role } : {},
      params.status ? { status: params.status } : {},
      params.query ? { OR: [{ name: contains }, { email: contains }] } : {},
    ],
  };
  const direction = params.sort.descending ? "desc" : "asc";
  const [rows, total] = await Promise.all([
    db.user.findMany({
      where,
      select: userSelect,
      orderBy: [{ [params.sort.field]: direction }, { id: "asc" }],
      skip: offsetOf(params),
      take: params.pageSize,
    }),
    db.user.count({ where }),
  ]);
  return { rows: rows.map(toUser), total };
}

/** One person, or null out of reach. */
export async function getUser(viewer: Viewer, id: string): Promise<UserDto | null> {
  assertCan(viewer, "users.read");
  if (!isId(id)) return null;
  const row = await db.user.findFirst({ where: { AND: [userScope(viewer), { id }] }, select: userSelect });
  return row && toUser(row);
}

/** Officers and administrators, for choosing who owns a firm or a project. */
export async function listOwnerOptions(viewer: Viewer) {
  assertCan(viewer, "enterprises.update");
  return db.user.findMany({
    where: { status: "ACTIVE", role: { in: ["ADMIN", "OFFICER"] } },
    orderBy: { name: "asc" },
    select: { id: true, name: true },
  });
}

/** Somebody of the office, whom a firm or a project may be given to. @throws AppError INVALID `ownerId` */
export async function assertOwner(on: Db, id: string): Promise<void> {
  const where = { id, role: { in: ["ADMIN" as const, "OFFICER" as const] } };
  if (!(await on.user.findFirst({ where, select: { id: true } })))
    throw invalid({ ownerId: "errors.choose" });
}

/** Who they are who look after a firm or a project, also those who left since. */
export async function listOwnerNames(ids: (string | null | undefined)[]) {
  const known = [...new Set(ids.filter((id): id is string => Boolean(id)))];
  if (known.length === 0) return [];
  return db.user.findMany({ where: { id: { in: known } }, select: { id: true, name: true } });
}

/** @throws AppError NOT_FOUND */
export async function findUserInScope(on: Db, viewer: Viewer, id: string) {
  const user = await on.user.findFirst({
    where: { AND: [userScope(viewer), { id }] },
    select: {
      ...{ id: true, version: true, email: true, locale: true, role: true, status: true },
      ...{ sessionVersion: true, passwordHash: true },
    },
  });
  if (!user) throw notFound();
  return user;
}
