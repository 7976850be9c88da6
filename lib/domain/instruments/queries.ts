import "server-only";
import { reachesZone, type Viewer } from "@/lib/platform/auth/viewer";
import { type CivilDate, fromCivil, toCivil } from "@/lib/platform/dates/civil";
import { type Db, db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { notFound } from "@/lib/platform/errors/app-error";
import { fold } from "@/lib/platform/names/sort-keys";
import { literally } from "@/lib/platform/paging/containing";
import { inOrder } from "@/lib/platform/paging/in-order";
import { offsetOf, type Page } from "@/lib/platform/paging/list-params";
import { isId } from "@/lib/platform/values/id";
import { assertCan, can } from "../permissions";
import { type InstrumentDto, instrumentSelect, toInstrument } from "./dto";
import type { InstrumentListParams } from "./schema";
import { instrumentScope } from "./scope";

/** The instruments within reach that had been priced by a day, a page of them. */
export async function listInstruments(
  viewer: Viewer,
  params: InstrumentListParams,
  asOf: CivilDate,
): Promise<Page<InstrumentDto>> {
  assertCan(viewer, "instruments.read");
  const { where, orderBy } = toQuery(viewer, params, asOf);
  const [rows, total] = await Promise.all([
    db.instrument.findMany({
      where,
      orderBy,
      skip: offsetOf(params),
      take: params.pageSize,
      select: instrumentSelect,
    }),
    db.instrument.count({ where }),
  ]);
  return { rows: rows.map(toInstrument), total };
}

/** The ids of all of them, in the list's order: what a file of the list goes through. */
export async function listInstrumentIds(
  viewer: Viewer,
  params: InstrumentListParams,
  asOf: CivilDate,
): Promise<string[]> {
  assertCan(viewer, "instruments.read");
  const rows = await db.instrument.findMany({ ...toQuery(viewer, params, asOf), select: { id: true } });
  return rows.map(({ id }) => id);
}

/** Those of the ids that are within reach, in the order of the ids. */
export async function listInstrumentsByIds(viewer: Viewer, ids: string[]): Promise<InstrumentDto[]> {
  assertCan(viewer, "instruments.read");
  const where = { AND: [instrumentScope(viewer), { id: { in: ids } }] };
  const rows = await db.instrument.findMany({ where, select: instrumentSelect });
  return inOrder(ids, rows).map(toInstrument);
}

/** The amounts of all that match, with what they are converted by; few columns, since there may be many. */
export async function listInstrumentAmounts(viewer: Viewer, params: InstrumentListParams, asOf: CivilDate) {
  assertCan(viewer, "instruments.read");
  const rows = await db.instrument.findMany({
    where: toQuery(viewer, params, asOf).where,
    select: {
      agreementId: true,
      amount: true,
      currency: true,
      pricedOn: true,
      rateUsed: true,
      rateBase: true,
      rateQuote: true,
    },
  });
  return rows.map(({ amount, currency, ...row }) => ({
    ...row,
    amount: { amount: amount.toFixed(2), currency },
    pricedOn: toCivil(row.pricedOn),
    rateUsed: row.rateUsed?.toFixed() ?? null,
  }));
}

function toQuery(viewer: Viewer, params: InstrumentListParams, asOf: CivilDate) {
  const words = fold(params.query).split(" ").filter(Boolean);
  const where: Prisma.InstrumentWhereInput = {
    AND: [
      instrumentScope(viewer),
      { pricedOn: { lte: fromCivil(asOf) } },
      params.kind ? { kind: params.kind } : {},
      params.currency ? { currency: params.currency } : {},
      params.issuer ? { issuerId: params.issuer } : {},
      params.agreement ? { agreementId: params.agreement } : {},
      ...words.map((word) => ({ search: { contains: literally(word) } })),
    ],
  };
  const direction = params.sort.descending ? "desc" : "asc";
  const name = viewer.locale === "zh" ? "sortZh" : "sortEn";
  const field = params.sort.field === "name" ? name : params.sort.field;
  const orderBy: Prisma.InstrumentOrderByWithRelationInput[] = [{ [field]: direction }, { id: "asc" }];
  return { where, orderBy };
}

/** One instrument with what the viewer may do, or null out of reach. */
export async function getInstrument(viewer: Viewer, id: string) {
  assertCan(viewer, "instruments.read");
  if (!isId(id)) return null;
  const row = await db.instrument.findFirst({
    where: { AND: [instrumentScope(viewer), { id }] },
    select: instrumentSelect,
  });
  if (!row) return null;
  return { ...toInstrument(row), can: { update: reachesZone(viewer) && can(viewer, "instruments.update") } };
}

/** @throws AppError NOT_FOUND */
export async function findInstrumentInScope(on: Db, viewer: Viewer, id: string) {
  const row = await on.instrument.findFirst({
    where: { AND: [instrumentScope(viewer), { id }] },
    select: instrumentSelect,
  });
  if (!row) throw notFound();
  return row;
}
