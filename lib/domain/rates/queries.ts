import "server-only";
import { reachesZone, type Viewer } from "@/lib/platform/auth/viewer";
import { type CivilDate, fromCivil, toCivil } from "@/lib/platform/dates/civil";
import { type Db, db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { notFound } from "@/lib/platform/errors/app-error";
import { type Amount, type DayRate, type MoneyTotals, totalOf } from "@/lib/platform/money/convert";
import { inOrder } from "@/lib/platform/paging/in-order";
import { offsetOf, type Page } from "@/lib/platform/paging/list-params";
import { isId } from "@/lib/platform/values/id";
import { assertCan, can } from "../permissions";
import { type RateDto, rateSelect, toRateDto } from "./dto";
import type { RateListParams } from "./schema";
import { rateScope } from "./scope";

/** The rates within reach, a page of them. */
export async function listRates(viewer: Viewer, params: RateListParams): Promise<Page<RateDto>> {
  assertCan(viewer, "rates.read");
  const { where, orderBy } = toQuery(viewer, params);
  const [rows, total] = await Promise.all([
    db.rate.findMany({ where, orderBy, skip: offsetOf(params), take: params.pageSize, select: rateSelect }),
    db.rate.count({ where }),
  ]);
  return { rows: rows.map(toRateDto), total };
}

/** The ids of all of them, in the list's order: what a file of the list goes through. */
export async function listRateIds(viewer: Viewer, params: RateListParams): Promise<string[]> {
  assertCan(viewer, "rates.read");
  const rows = await db.rate.findMany({ ...toQuery(viewer, params), select: { id: true } });
  return rows.map(({ id }) => id);
}

/** Those of the ids that are within reach, in the order of the ids. */
export async function listRatesByIds(viewer: Viewer, ids: string[]): Promise<RateDto[]> {
  assertCan(viewer, "rates.read");
  const where = { AND: [rateScope(viewer), { id: { in: ids } }] };
  const rows = await db.rate.findMany({ where, select: rateSelect });
  return inOrder(ids, rows).map(toRateDto);
}

/** Every rate of some days that has a currency in it: what amounts of those days are converted by. */
export async function listRatesOn(viewer: Viewer, currency: string, days: CivilDate[]): Promise<DayRate[]> {
  assertCan(viewer, "rates.read");
  if (days.length === 0) return [];
  const rows = await db.rate.findMany({
    where: {
      AND: [
        rateScope(viewer),
        { on: { in: [...new Set(days)].map(fromCivil) } },
        { OR: [{ base: currency }, { quote: currency }] },
      ],
    },
    select: rateSelect,
  });
  return rows.map(toRateDto);
}

/** What amounts come to, per currency and in one, each at the rate of its own day. One query, however many. */
export async function getMoneyTotals(viewer: Viewer, amounts: Amount[], to: string): Promise<MoneyTotals> {
  const days = amounts.filter(({ currency }) => currency !== to).map(({ on }) => on);
  return totalOf(amounts, to, await listRatesOn(viewer, to, days));
}

function toQuery(viewer: Viewer, params: RateListParams) {
  const where: Prisma.RateWhereInput = {
    AND: [
      rateScope(viewer),
      params.currency ? { OR: [{ base: params.currency }, { quote: params.currency }] } : {},
      params.from ? { on: { gte: fromCivil(toCivil(params.from)) } } : {},
      params.to ? { on: { lte: fromCivil(toCivil(params.to)) } } : {},
      params.query ? { source: { contains: params.query, mode: "insensitive" } } : {},
    ],
  };
  const direction = params.sort.descending ? "desc" : "asc";
  const orderBy: Prisma.RateOrderByWithRelationInput[] = [
    { [params.sort.field]: direction },
    ...[{ base: "asc" as const }, { quote: "asc" as const }, { id: "asc" as const }],
  ];
  return { where, orderBy };
}

/** One rate with what the viewer may do, or null out of reach. */
export async function getRate(viewer: Viewer, id: string) {
  assertCan(viewer, "rates.read");
  if (!isId(id)) return null;
  const row = await db.rate.findFirst({ where: { AND: [rateScope(viewer), { id }] }, select: rateSelect });
  if (!row) return null;
  const everywhere = reachesZone(viewer);
  return {
    ...toRateDto(row),
    can: {
      update: everywhere && can(viewer, "rates.update"),
      delete: everywhere && can(viewer, "rates.delete"),
    },
  };
}

/** @throws AppError NOT_FOUND */
export async function findRateInScope(on: Db, viewer: Viewer, id: string) {
  const row = await on.rate.findFirst({ where: { AND: [rateScope(viewer), { id }] }, select: rateSelect });
  if (!row) throw notFound();
  return row;
}
