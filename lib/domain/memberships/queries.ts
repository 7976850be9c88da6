import "server-only";
import { hashToken } from "@/lib/platform/auth/token";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { type Db, db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { forbidden, notFound } from "@/lib/platform/errors/app-error";
import { literally } from "@/lib/platform/paging/containing";
import { offsetOf, type Page } from "@/lib/platform/paging/list-params";
import { isId } from "@/lib/platform/values/id";
import { findEnterpriseInScope } from "../enterprises/queries";
import { assertCan } from "../permissions";
import {
  invitationSelect,
  type JoinRequestDto,
  joinRequestSelect,
  memberSelect,
  toInvitation,
  toJoinRequest,
  toMember,
} from "./dto";
import { stateOfInvitation } from "./rules";
import type { MembershipListParams } from "./schema";
import { invitationScope, joinRequestScope, memberScope } from "./scope";

/** Who acts for a firm, and who is invited to and has not come yet. */
export async function listMembers(viewer: Viewer, enterpriseId: string, now: Date = new Date()) {
  assertCan(viewer, "memberships.read");
  const [members, invitations] = await Promise.all([
    db.userEnterprise.findMany({
      where: { AND: [memberScope(viewer), { enterpriseId }] },
      orderBy: [{ firmAdmin: "desc" }, { user: { name: "asc" } }, { id: "asc" }],
      select: memberSelect,
    }),
    db.invitation.findMany({
      where: { AND: [invitationScope(viewer), { enterpriseId, acceptedAt: null, withdrawnAt: null }] },
      orderBy: { createdAt: "desc" },
      select: invitationSelect,
    }),
  ]);
  return { members: members.map(toMember), invitations: invitations.map((row) => toInvitation(row, now)) };
}

/** The firms that the person acts for, by name: what they may switch between. */
export async function listFirmsOf(viewer: Viewer) {
  assertCan(viewer, "memberships.read");
  if (viewer.enterpriseIds === null) return [];
  const rows = await db.enterprise.findMany({
    where: { users: { some: { userId: viewer.userId ?? undefined } }, mergedIntoId: null },
    orderBy: [{ [viewer.locale === "zh" ? "sortZh" : "sortEn"]: "asc" }, { id: "asc" }],
    select: { id: true, nameZh: true, nameEn: true },
  });
  return viewer.userId ? rows : [];
}

/** Requests to act for a firm, oldest first, a page of them; those that wait, unless another state is asked for. */
export async function listJoinRequests(
  viewer: Viewer,
  params: MembershipListParams,
): Promise<Page<JoinRequestDto>> {
  assertCan(viewer, "memberships.read");
  const contains = { contains: literally(params.query), mode: "insensitive" } as const;
  const where: Prisma.JoinRequestWhereInput = {
    AND: [
      joinRequestScope(viewer),
      { state: params.state ?? "OPEN" },
      params.query ? { OR: [{ name: contains }, { email: contains }, { identifierValue: contains }] } : {},
    ],
  };
  const [rows, total] = await Promise.all([
    db.joinRequest.findMany({
      where,
      select: joinRequestSelect,
      orderBy: [{ createdAt: params.sort.descending ? "desc" : "asc" }, { id: "asc" }],
      skip: offsetOf(params),
      take: params.pageSize,
    }),
    db.joinRequest.count({ where }),
  ]);
  return { rows: rows.map(toJoinRequest), total };
}

/** What one asked for oneself: which number, and what came of it; never which firm it was found to mean. */
export async function listOwnJoinRequests(viewer: Viewer) {
  assertCan(viewer, "memberships.read");
  if (!viewer.userId) return [];
  const rows = await db.joinRequest.findMany({
    where: { userId: viewer.userId },
    orderBy: { createdAt: "desc" },
    take: 20,
    select: { id: true, identifierValue: true, state: true, decision: true, createdAt: true },
  });
  return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }));
}

/** One request, or null out of reach. */
export async function getJoinRequest(viewer: Viewer, id: string): Promise<JoinRequestDto | null> {
  assertCan(viewer, "memberships.read");
  if (!isId(id) || viewer.enterpriseIds !== null) return null;
  const row = await db.joinRequest.findFirst({
    where: { AND: [joinRequestScope(viewer), { id }] },
    select: joinRequestSelect,
  });
  return row && toJoinRequest(row);
}

/** How many requests wait for somebody of the office. */
export async function countJoinRequests(viewer: Viewer): Promise<number> {
  assertCan(viewer, "memberships.read");
  return db.joinRequest.count({ where: { AND: [joinRequestScope(viewer), { state: "OPEN" }] } });
}

/**
 * What an invitation's link shows to whoever holds it: for which firm, and whether they need a password. Null for a
 * link that never was. Who no longer may use it learns why, and nothing else.
 */
export async function getInvitation(token: string, now: Date = new Date()) {
  const row = await db.invitation.findUnique({
    where: { tokenHash: hashToken(token) },
    select: { ...invitationSelect, locale: true },
  });
  if (!row) return null;
  const state = stateOfInvitation(row, now);
  if (state !== "OPEN") return { state } as const;
  const known = await db.user.findUnique({ where: { email: row.email }, select: { passwordHash: true } });
  const { name, email, enterprise } = row;
  return { state, name, email, enterprise, hasAccount: Boolean(known?.passwordHash) } as const;
}

/** A firm whose people the viewer may change: the office within its reach, a firm's own admin. @throws AppError */
export async function findManagedFirm(on: Db, viewer: Viewer, enterpriseId: string) {
  const firm = await findEnterpriseInScope(on, viewer, enterpriseId);
  if (viewer.enterpriseIds === null) return firm;
  const own = { userId: viewer.userId ?? undefined, enterpriseId, firmAdmin: true };
  if (!viewer.userId || !(await on.userEnterprise.findFirst({ where: own, select: { id: true } })))
    throw forbidden();
  return firm;
}

/** @throws AppError NOT_FOUND */
export async function findMemberInScope(on: Db, viewer: Viewer, id: string) {
  const row = await on.userEnterprise.findFirst({
    where: { AND: [memberScope(viewer), { id }] },
    select: { id: true, userId: true, enterpriseId: true, firmAdmin: true },
  });
  if (!row) throw notFound();
  return row;
}

/** @throws AppError NOT_FOUND */
export async function findInvitationInScope(on: Db, viewer: Viewer, id: string) {
  const row = await on.invitation.findFirst({
    where: { AND: [invitationScope(viewer), { id }] },
    select: { id: true, enterpriseId: true, expiresAt: true, acceptedAt: true, withdrawnAt: true },
  });
  if (!row) throw notFound();
  return row;
}

/** @throws AppError NOT_FOUND */
export async function findJoinRequestInScope(on: Db, viewer: Viewer, id: string) {
  const row = await on.joinRequest.findFirst({
    where: { AND: [joinRequestScope(viewer), { id }] },
    select: { id: true, userId: true, email: true, name: true, locale: true, state: true },
  });
  if (!row) throw notFound();
  return row;
}
