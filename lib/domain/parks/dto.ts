import { toCivilOrNull } from "@/lib/platform/dates/civil";
import type { Prisma } from "@/lib/platform/db/generated/client";
import type { ParkStatus } from "@/lib/platform/db/generated/enums";

export const parkSelect = {
  id: true,
  code: true,
  nameZh: true,
  nameEn: true,
  operator: true,
  status: true,
  openedOn: true,
  closedOn: true,
  plannedInvestment: true,
  plannedInvestmentCurrency: true,
  version: true,
} satisfies Prisma.ParkSelect;

type Row = Prisma.ParkGetPayload<{ select: typeof parkSelect }>;

export type ParkDto = {
  id: string;
  code: string;
  nameZh: string | null;
  nameEn: string | null;
  operator: string | null;
  status: ParkStatus;
  openedOn: string | null;
  closedOn: string | null;
  plannedInvestment: { amount: string; currency: string } | null;
  version: number;
};

export function toPark(row: Row): ParkDto {
  const { plannedInvestment: amount, plannedInvestmentCurrency: currency, openedOn, closedOn, ...park } = row;
  return {
    ...park,
    openedOn: toCivilOrNull(openedOn),
    closedOn: toCivilOrNull(closedOn),
    plannedInvestment: amount && currency ? { amount: amount.toFixed(2), currency } : null,
  };
}
