import type { Prisma } from "@/lib/platform/db/generated/client";

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
