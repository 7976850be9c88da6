import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { type CivilDate, fromCivil } from "@/lib/platform/dates/civil";
import { type Db, db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { notFound } from "@/lib/platform/errors/app-error";
import { literally } from "@/lib/platform/paging/containing";
import { inOrder } from "@/lib/platform/paging/in-order";
import { offsetOf, type Page } from "@/lib/platform/paging/list-params";
import { isId } from "@/lib/platform/values/id";
import { assertCan, can } from "../permissions";
import { readDefinition } from "../return-forms/dto";
import type { ReturnDefinition } from "../return-forms/schema";
import { type RoundDto, roundSelect, toRound, toRoundDays } from "./dto";
import { listAsked } from "./queries-asked";
import { mayStand } from "./rules";
import { type RoundListParams, roundStandings } from "./schema";
import { roundScope, runsRound } from "./scope";

/** The rounds within reach, a page of them, newest first. */
export async function listRounds(viewer: Viewer, params: RoundListParams): Promise<Page<RoundDto>> {
  assertCan(viewer, "return-rounds.read");
  const { where, orderBy } = toQuery(viewer, params);
  const page = { skip: offsetOf(params), take: params.pageSize };
  const [rows, total] = await Promise.all([
    db.returnRound.findMany({ where, orderBy, ...page, select: roundSelect }),
    db.returnRound.count({ where }),
  ]);
  return { rows: rows.map(toRound), total };
}

/** The ids of all of them, in the list's order. */
export async function listRoundIds(viewer: Viewer, params: RoundListParams): Promise<string[]> {
  assertCan(viewer, "return-rounds.read");
  const rows = await db.returnRound.findMany({ ...toQuery(viewer, params), select: { id: true } });
  return rows.map(({ id }) => id);
}

/** Those of the ids that are within reach, in the order of the ids. */
export async function listRoundsByIds(viewer: Viewer, ids: string[]): Promise<RoundDto[]> {
  assertCan(viewer, "return-rounds.read");
  const where = { AND: [roundScope(viewer), { id: { in: ids } }] };
  const rows = await db.returnRound.findMany({ where, select: roundSelect });
  return inOrder(ids, rows).map(toRound);
}

/** One round with what the viewer may do, or null out of reach. */
export async function getRound(viewer: Viewer, id: string) {
  assertCan(viewer, "return-rounds.read");
  if (!isId(id)) return null;
  const row = await db.returnRound.findFirst({
    where: { AND: [roundScope(viewer), { id }] },
    select: roundSelect,
  });
  if (!row) return null;
  const round = toRound(row);
  const runs = runsRound(viewer, round.parkId);
  const standings = roundStandings.filter((to) => mayStand(round.standing, to));
  return {
    ...round,
    standings: standings.filter((to) => to !== "FINAL" || round.state === "CLOSED"),
    can: {
      update: runs && round.state === "PLANNED" && can(viewer, "return-rounds.update"),
      cancel: runs && round.state === "PLANNED" && can(viewer, "return-rounds.cancel"),
      open: runs && round.state === "PLANNED" && can(viewer, "return-rounds.open"),
      close: runs && round.state === "OPEN" && can(viewer, "return-rounds.close"),
      setStanding: runs && round.state !== "PLANNED" && can(viewer, "return-rounds.setStanding"),
    },
  };
}

/** The questions that a round asks. @throws AppError NOT_FOUND */
export async function getRoundDefinition(viewer: Viewer, id: string): Promise<ReturnDefinition> {
  assertCan(viewer, "return-rounds.read");
  const row = await db.returnRound.findFirst({
    where: { AND: [roundScope(viewer), { id }] },
    select: { formVersion: { select: { definition: true } } },
  });
  if (!row) throw notFound();
  return readDefinition(row.formVersion.definition);
}

/** Whom a planned round would ask, by number. @throws AppError NOT_FOUND */
export async function countAsked(viewer: Viewer, id: string) {
  assertCan(viewer, "return-rounds.read");
  const round = await findRoundInScope(db, viewer, id);
  const asked = await listAsked(db, { ...round, ...toRoundDays(round) });
  const count = (exemption: string | null) => asked.filter((row) => row.exemption === exemption).length;
  return {
    all: asked.length,
    inScope: count(null),
    registeredOnly: count("REGISTERED_ONLY"),
    publicBodies: count("PUBLIC_BODY"),
  };
}

/** The rounds whose day to open or to close has come, for the timetable. */
export async function listRoundsToTurn(viewer: Viewer, today: CivilDate) {
  assertCan(viewer, "return-rounds.read");
  const select = { id: true, version: true } as const;
  const day = fromCivil(today);
  const [toOpen, toClose] = await Promise.all([
    db.returnRound.findMany({
      where: { AND: [roundScope(viewer), { scopedAt: null, opensOn: { lte: day } }] },
      orderBy: { opensOn: "asc" },
      select,
    }),
    db.returnRound.findMany({
      where: {
        AND: [roundScope(viewer), { scopedAt: { not: null }, closedAt: null, closesOn: { lt: day } }],
      },
      orderBy: { closesOn: "asc" },
      select,
    }),
  ]);
  return { toOpen, toClose };
}

/** @throws AppError NOT_FOUND */
export async function findRoundInScope(on: Db, viewer: Viewer, id: string) {
  const row = await on.returnRound.findFirst({
    where: { AND: [roundScope(viewer), { id }] },
    select: roundSelect,
  });
  if (!row) throw notFound();
  return row;
}

function toQuery(viewer: Viewer, params: RoundListParams) {
  const contains = { contains: literally(params.query), mode: "insensitive" as const };
  const states: Record<NonNullable<typeof params.state>, Prisma.ReturnRoundWhereInput> = {
    PLANNED: { scopedAt: null },
    OPEN: { scopedAt: { not: null }, closedAt: null },
    CLOSED: { closedAt: { not: null } },
  };
  const where: Prisma.ReturnRoundWhereInput = {
    AND: [
      roundScope(viewer),
      params.park ? { park: { code: params.park } } : {},
      params.state ? states[params.state] : {},
      params.query ? { OR: [{ code: contains }, { titleZh: contains }, { titleEn: contains }] } : {},
    ],
  };
  const direction = params.sort.descending ? ("desc" as const) : ("asc" as const);
  return { where, orderBy: [{ [params.sort.field]: direction }, { id: "asc" as const }] };
}
