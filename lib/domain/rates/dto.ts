import { toCivil } from "@/lib/platform/dates/civil";
import type { Prisma } from "@/lib/platform/db/generated/client";

export const rateSelect = {
  id: true,
  base: true,
  quote: true,
  on: true,
  rate: true,
  source: true,
  version: true,
} satisfies Prisma.RateSelect;

type Row = Prisma.RateGetPayload<{ select: typeof rateSelect }>;

export type RateDto = ReturnType<typeof toRateDto>;

/** The rate as a plain decimal without zeros at its end: `6.4`. */
export function toRateDto({ on, rate, ...row }: Row) {
  return { ...row, on: toCivil(on), rate: rate.toFixed() };
}
