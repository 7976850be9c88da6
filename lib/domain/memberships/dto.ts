import type { Prisma } from "@/lib/platform/db/generated/client";
import { stateOfInvitation } from "./rules";

const firm = { select: { id: true, nameZh: true, nameEn: true } };

export const memberSelect = {
  id: true,
  userId: true,
  enterpriseId: true,
  firmAdmin: true,
  user: { select: { name: true, email: true, status: true } },
} satisfies Prisma.UserEnterpriseSelect;

export const invitationSelect = {
  id: true,
  enterpriseId: true,
  email: true,
  name: true,
  firmAdmin: true,
  expiresAt: true,
  acceptedAt: true,
  withdrawnAt: true,
  createdAt: true,
  version: true,
  enterprise: firm,
  invitedBy: { select: { name: true } },
} satisfies Prisma.InvitationSelect;

export const joinRequestSelect = {
  id: true,
  userId: true,
  email: true,
  name: true,
  identifierType: true,
  identifierValue: true,
  enterpriseId: true,
  message: true,
  state: true,
  decidedAt: true,
  decision: true,
  createdAt: true,
  version: true,
  enterprise: firm,
  decidedBy: { select: { name: true } },
} satisfies Prisma.JoinRequestSelect;

type Member = Prisma.UserEnterpriseGetPayload<{ select: typeof memberSelect }>;
type Invited = Prisma.InvitationGetPayload<{ select: typeof invitationSelect }>;
type Asked = Prisma.JoinRequestGetPayload<{ select: typeof joinRequestSelect }>;

export type MemberDto = ReturnType<typeof toMember>;
export type InvitationDto = ReturnType<typeof toInvitation>;
export type JoinRequestDto = ReturnType<typeof toJoinRequest>;

/** Somebody who acts for a firm. */
export function toMember({ user, ...row }: Member) {
  return { ...row, ...user };
}

/** An invitation with what can still be done with it. */
export function toInvitation({ invitedBy, expiresAt, acceptedAt, withdrawnAt, ...row }: Invited, now: Date) {
  return {
    ...row,
    invitedBy: invitedBy?.name ?? null,
    state: stateOfInvitation({ expiresAt, acceptedAt, withdrawnAt }, now),
    expiresAt: expiresAt.toISOString(),
    createdAt: row.createdAt.toISOString(),
  };
}

/** A request; `enterprise`, the firm that the number means, for the office's eyes alone. */
export function toJoinRequest({ decidedBy, decidedAt, ...row }: Asked) {
  return {
    ...row,
    decidedBy: decidedBy?.name ?? null,
    decidedAt: decidedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  };
}
