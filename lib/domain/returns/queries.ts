import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { assertSeen } from "@/lib/platform/change-sets/update-version";
import { type CivilDate, toCivil, toCivilOrNull } from "@/lib/platform/dates/civil";
import { todayInZone } from "@/lib/platform/dates/today";
import { type Db, db, type Tx } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/db/generated/client";
import type { ReturnState, RoundStanding } from "@/lib/platform/db/generated/enums";
import { notFound } from "@/lib/platform/errors/app-error";
import { fold } from "@/lib/platform/names/sort-keys";
import { literally } from "@/lib/platform/paging/containing";
import { inOrder } from "@/lib/platform/paging/in-order";
import { offsetOf, type Page } from "@/lib/platform/paging/list-params";
import { isId } from "@/lib/platform/values/id";
import { assertCan, can } from "../permissions";
import { fieldsOf } from "../return-forms/rules";
import { type ReturnRowDto, returnRowSelect, returnSelect, toReturn, toReturnRow } from "./dto";
import { getBefore } from "./queries-before";
import type { Answers } from "./rules-answers";
import { isFillable, isOpenOn } from "./rules-days";
import type { ReturnListParams } from "./schema";
import { inParks, returnScope } from "./scope";

/** The returns within reach that match, a page of them. */
export async function listReturns(viewer: Viewer, params: ReturnListParams): Promise<Page<ReturnRowDto>> {
  assertCan(viewer, "returns.read");
  const { where, orderBy } = await toQuery(viewer, params);
  const page = { skip: offsetOf(params), take: params.pageSize };
  const [rows, total] = await Promise.all([
    db.return.findMany({ where, orderBy, ...page, select: returnRowSelect }),
    db.return.count({ where }),
  ]);
  return { rows: rows.map(toReturnRow), total };
}

/** The ids of all of them, in the list's order. */
export async function listReturnIds(viewer: Viewer, params: ReturnListParams): Promise<string[]> {
  assertCan(viewer, "returns.read");
  const rows = await db.return.findMany({ ...(await toQuery(viewer, params)), select: { id: true } });
  return rows.map(({ id }) => id);
}

/** Those of the ids that are within reach, in the order of the ids. */
export async function listReturnsByIds(viewer: Viewer, ids: string[]): Promise<ReturnRowDto[]> {
  assertCan(viewer, "returns.read");
  const where = { AND: [returnScope(viewer), { id: { in: ids } }] };
  const rows = await db.return.findMany({ where, select: returnRowSelect });
  return inOrder(ids, rows).map(toReturnRow);
}

/**
 * What a firm is or was asked, those that wait for it first, then by due day; with whether it may be typed and sent
 * today. For a firm's own people; to the office it is empty.
 */
export async function listReturnsOfFirm(viewer: Viewer, today: CivilDate = todayInZone()) {
  assertCan(viewer, "returns.read");
  if (viewer.enterpriseIds === null) return [];
  const rows = await db.return.findMany({
    where: { AND: [returnScope(viewer), { state: { not: "EXEMPT" } }] },
    orderBy: [{ round: { dueOn: "desc" } }, { id: "asc" }],
    select: returnRowSelect,
  });
  const listed = rows.map((row) => {
    const waits = isFillable(row.state) && isOpen(row, today);
    const listed = toReturnRow(row);
    return { ...listed, waits, overdue: waits && listed.own.dueOn < today };
  });
  const waiting = listed.filter(({ waits }) => waits).reverse();
  waiting.sort((a, b) => (a.own.dueOn < b.own.dueOn ? -1 : a.own.dueOn > b.own.dueOn ? 1 : 0));
  return [...waiting, ...listed.filter(({ waits }) => !waits)];
}

/**
 * One return with its questions, what the firm said before, and what the viewer may do today; null out of reach. Of one
 * that was not begun, the fields that carry forward hold what was said last time.
 */
export async function getReturn(viewer: Viewer, id: string, today: CivilDate = todayInZone()) {
  assertCan(viewer, "returns.read");
  if (!isId(id)) return null;
  const row = await db.return.findFirst({
    where: { AND: [returnScope(viewer), { id }] },
    select: returnSelect,
  });
  if (!row) return null;
  const found = toReturn(row);
  const { definition, round } = found;
  const { id: formId, months } = row.round.formVersion.form;
  const before = await getBefore(db, {
    ...{ enterpriseId: row.enterpriseId, formId, months, definition, referenceOn: round.referenceOn },
  });
  const begun = row.state !== "NOT_STARTED";
  return {
    ...found,
    answers: begun ? found.answers : carryForward(definition, before.last),
    last: before.last,
    yearAgo: before.yearAgo,
    can: whatMay(viewer, row, today),
  };
}

/** @throws AppError NOT_FOUND */
export async function findReturnInScope(on: Db, viewer: Viewer, id: string) {
  const row = await on.return.findFirst({
    where: { AND: [returnScope(viewer), { id }] },
    select: returnSelect,
  });
  if (!row) throw notFound();
  return row;
}

/**
 * A return to decide on, as it was seen. Who changed it since is told first: that it was accepted by a colleague says
 * more than that it is not to be accepted.
 * @throws AppError NOT_FOUND; STALE
 */
export async function findSeen(tx: Tx, viewer: Viewer, seen: { id: string; version: number }) {
  const row = await findReturnInScope(tx, viewer, seen.id);
  await assertSeen(tx, row, seen.version);
  return row;
}

export type FoundReturn = Awaited<ReturnType<typeof findReturnInScope>>;

type Timed = {
  openUntil: Date | null;
  round: {
    scopedAt: Date | null;
    closedAt: Date | null;
    standing: RoundStanding;
    opensOn: Date;
    closesOn: Date;
  };
};

/** Whether it may be typed and sent on a day. */
export function isOpen({ openUntil, round }: Timed, today: CivilDate): boolean {
  const days = { opensOn: toCivil(round.opensOn), closesOn: toCivil(round.closesOn) };
  return isOpenOn({ ...round, ...days }, toCivilOrNull(openUntil), today);
}

/** Whether an officer's exception lets it be sent on a day. */
export function hasException(row: Timed & { state: ReturnState }, today: CivilDate): boolean {
  const until = toCivilOrNull(row.openUntil);
  return isFillable(row.state) && until !== null && until >= today;
}

function whatMay(viewer: Viewer, row: FoundReturn, today: CivilDate) {
  const { state, round } = row;
  const fills = isFillable(state) && isOpen(row, today);
  const office = viewer.enterpriseIds === null;
  return {
    saveDraft: fills && can(viewer, "returns.saveDraft"),
    submit: fills && can(viewer, "returns.submit"),
    /** What is sent now is recorded as the office's word for the firm's. */
    onBehalf: office,
    accept: state === "SUBMITTED" && can(viewer, "returns.accept"),
    sendBack: state === "SUBMITTED" && can(viewer, "returns.sendBack"),
    correct: state === "ACCEPTED" && round.standing !== "FINAL" && can(viewer, "returns.correct"),
    exempt: isFillable(state) && can(viewer, "returns.exempt"),
    include: state === "EXEMPT" && !round.closedAt && can(viewer, "returns.include"),
    allowLate: isFillable(state) && !fills && round.standing !== "FINAL" && can(viewer, "returns.allowLate"),
    endLate: hasException(row, today) && can(viewer, "returns.endLate"),
  };
}

/** Of one that was not begun, what carries forward is what was said last time. */
export function carryForward(definition: Parameters<typeof fieldsOf>[0], last: Answers | null): Answers {
  const carried = fieldsOf(definition).filter(({ key, carry }) => carry && last?.[key] !== undefined);
  return Object.fromEntries(carried.map(({ key }) => [key, last?.[key] ?? ""]));
}

/** Received after it was due, or by that day; each round has a due day of its own. */
async function whereLate({ late, round }: ReturnListParams): Promise<Prisma.ReturnWhereInput> {
  if (!late) return {};
  const rounds = await db.returnRound.findMany({ where: { id: round }, select: { id: true, dueOn: true } });
  const side = (dueOn: Date) => (late === "yes" ? { gt: dueOn } : { lte: dueOn });
  return { OR: rounds.map(({ id, dueOn }) => ({ roundId: id, receivedOn: side(dueOn) })) };
}

async function toQuery(viewer: Viewer, params: ReturnListParams) {
  const words = fold(params.query).split(" ").filter(Boolean);
  const where: Prisma.ReturnWhereInput = {
    AND: [
      returnScope(viewer),
      params.round ? { roundId: params.round } : {},
      params.enterprise ? { enterpriseId: params.enterprise } : {},
      params.park ? inParks({ code: params.park }) : {},
      params.state ? { state: params.state } : {},
      await whereLate(params),
      ...words.map((word) => ({ enterprise: { search: { contains: literally(word) } } })),
    ],
  };
  const direction = params.sort.descending ? ("desc" as const) : ("asc" as const);
  const name = viewer.locale === "zh" ? "sortZh" : "sortEn";
  const orders: Record<typeof params.sort.field, Prisma.ReturnOrderByWithRelationInput> = {
    name: { enterprise: { [name]: direction } },
    state: { state: direction },
    receivedOn: { receivedOn: { sort: direction, nulls: "last" } },
  };
  return { where, orderBy: [orders[params.sort.field], { id: "asc" as const }] };
}
