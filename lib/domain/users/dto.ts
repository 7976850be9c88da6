import type { Prisma } from "@/lib/platform/db/generated/client";
import type { MailState } from "@/lib/platform/db/generated/enums";
import { stateOfLink } from "./rules";

export const userSelect = {
  id: true,
  email: true,
  name: true,
  role: true,
  status: true,
  locale: true,
  allParks: true,
  version: true,
  parks: { select: { park: { select: { id: true, code: true, nameZh: true, nameEn: true } } } },
  enterprises: { select: { enterprise: { select: { id: true, nameZh: true, nameEn: true } } } },
} satisfies Prisma.UserSelect;

type Row = Prisma.UserGetPayload<{ select: typeof userSelect }>;

export type UserDto = ReturnType<typeof toUser>;

export function toUser({ parks, enterprises, ...user }: Row) {
  return {
    ...user,
    parks: parks.map((row) => row.park),
    enterprises: enterprises.map((row) => row.enterprise),
  };
}

export const setupLinkSelect = {
  id: true,
  expiresAt: true,
  usedAt: true,
} satisfies Prisma.SetupLinkSelect;

type LinkRow = Prisma.SetupLinkGetPayload<{ select: typeof setupLinkSelect }>;
type LinkMail = { id: string; address: string; state: MailState; sentAt: Date | null };

export type SetupLinkDto = ReturnType<typeof toSetupLink>;

export function toSetupLink({ expiresAt, usedAt }: LinkRow, mail: LinkMail | null, now: Date) {
  return {
    state: stateOfLink({ expiresAt, usedAt }, now),
    expiresAt: expiresAt.toISOString(),
    usedAt: usedAt?.toISOString() ?? null,
    mail: mail && { ...mail, sentAt: mail.sentAt?.toISOString() ?? null },
  };
}
