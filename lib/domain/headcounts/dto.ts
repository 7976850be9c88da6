import { toCivil } from "@/lib/platform/dates/civil";
import type { Prisma } from "@/lib/platform/db/generated/client";

export const headcountSelect = {
  id: true,
  on: true,
  total: true,
  own: true,
  dispatched: true,
  other: true,
  local: true,
  foreign: true,
  fullTime: true,
  partTime: true,
  rAndD: true,
  degree: true,
  source: true,
  /** Set where a return declared it: it is put right there. */
  returnId: true,
  version: true,
  enterprise: { select: { id: true, nameZh: true, nameEn: true } },
  park: { select: { id: true, code: true, nameZh: true, nameEn: true } },
} satisfies Prisma.HeadcountSelect;

type Row = Prisma.HeadcountGetPayload<{ select: typeof headcountSelect }>;

export type HeadcountDto = ReturnType<typeof toHeadcount>;

export function toHeadcount({ on, ...headcount }: Row) {
  return { ...headcount, on: toCivil(on) };
}
