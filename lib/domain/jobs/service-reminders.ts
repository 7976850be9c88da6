import "server-only";
import { type CivilDate, fromCivil, toCivil, toCivilOrNull } from "@/lib/platform/dates/civil";
import { todayInZone, ZONE_TIME } from "@/lib/platform/dates/today";
import { db, type Tx } from "@/lib/platform/db/client";
import { Prisma } from "@/lib/platform/db/generated/client";
import type { NotificationKind } from "@/lib/platform/db/generated/enums";
import { type NoticeName, nameSome } from "@/lib/platform/i18n/notice-words";
import { type Notice, notifyAll } from "../notifications/service";
import { ownDays } from "../returns/rules-days";
import { type FirmStage, ownerIsTold, type RoundDays, reachedStages } from "./rules";

const kinds: Record<FirmStage, NotificationKind> = {
  OPENED: "RETURN_OPENED",
  BEFORE_DUE: "RETURN_REMINDER",
  DUE: "RETURN_REMINDER",
  LATE_3: "RETURN_OVERDUE",
  LATE_7: "RETURN_OVERDUE",
};

/** So many ids a statement. */
const CHUNK = 10_000;
/** The owner is told so many firms by name; the rest are counted. */
const NAMED = 20;

type Round = RoundDays & { id: string; ownerId: string | null; title: NoticeName; closedAt: Date | null };
/** Returns of a round that are due on one day, and may be sent until another. */
type Wave = { days: RoundDays; whose: Prisma.Sql; stages: (stage: FirmStage) => boolean };
/** A row of the ledger that was new: somebody is to be told, once. */
type Told = { returnId: string; userId: string; skipped: boolean };
type Firm = { returnId: string } & NoticeName;

/** An answer that is still awaited. */
const open = Prisma.sql`r.state IN ('NOT_STARTED', 'DRAFT', 'RETURNED')`;
/** Under an exception that which was carried forward is awaited, too. */
const openByException = Prisma.sql`r.state IN ('NOT_STARTED', 'DRAFT', 'RETURNED', 'ESTIMATED')`;
const sentBackOn = Prisma.sql`(r.decided_at AT TIME ZONE ${Prisma.raw(`'${ZONE_TIME}'`)})::date`;

/**
 * Reminds whoever has not answered a round, and tells its owner who is still missing. What is due follows from the
 * state of each return and the days gone by, and from nothing that had to happen on a day: each person is told the
 * latest stage reached, once, by a row of the ledger that goes in beside the notice; stages that passed while nothing
 * ran are noted as skipped. A firm that may answer longer than the round lasts is reminded by its own last day, and by
 * that alone. Some statements a round, however many firms there are.
 * @param options.now the clock; a dry run counts the same and writes nothing
 */
export async function remindReturns(options: { now?: Date; dryRun?: boolean } = {}) {
  const { now = new Date(), dryRun = false } = options;
  const today = todayInZone(() => now.getTime());
  const counts = { reminded: 0, owners: 0 };
  for (const { exceptions, ...round } of await listLiveRounds(today)) {
    for (const wave of toWaves(round, exceptions))
      counts.reminded += await inTransaction(dryRun, (tx) => remindFirms(tx, round, wave, today));
    if (!round.closedAt) counts.owners += await inTransaction(dryRun, (tx) => tellOwner(tx, round, today));
  }
  return counts;
}

class DryRun extends Error {
  constructor(readonly count: number) {
    super("a dry run takes back what it wrote");
  }
}

/** A dry run does all of it and takes it back, so that it cannot count otherwise. */
async function inTransaction(dryRun: boolean, work: (tx: Tx) => Promise<number>): Promise<number> {
  try {
    return await db.$transaction(
      async (tx) => {
        const count = await work(tx);
        if (dryRun) throw new DryRun(count);
        return count;
      },
      { maxWait: 10_000, timeout: 120_000 },
    );
  } catch (error) {
    if (error instanceof DryRun) return error.count;
    throw error;
  }
}

/** Rounds that are open, and those in which somebody may still answer by an exception, with the days of these. */
async function listLiveRounds(today: CivilDate): Promise<(Round & { exceptions: CivilDate[] })[]> {
  const excepted: Prisma.ReturnWhereInput = {
    OR: [{ openUntil: { gte: fromCivil(today) } }, { openUntil: { not: null }, round: { closedAt: null } }],
    state: { in: ["NOT_STARTED", "DRAFT", "RETURNED", "ESTIMATED"] },
    // Final figures take no answer, whatever the exception says.
    AND: { round: { standing: { not: "FINAL" } } },
  };
  const rows = await db.returnRound.findMany({
    where: { scopedAt: { not: null }, OR: [{ closedAt: null }, { returns: { some: excepted } }] },
    orderBy: { id: "asc" },
    select: {
      ...{ id: true, ownerId: true, titleZh: true, titleEn: true, closedAt: true },
      ...{ opensOn: true, dueOn: true, closesOn: true },
      returns: {
        where: excepted,
        distinct: ["openUntil"],
        orderBy: { openUntil: "asc" },
        select: { openUntil: true },
      },
    },
  });
  return rows.map(({ titleZh, titleEn, returns, ...row }) => ({
    ...{
      id: row.id,
      ownerId: row.ownerId,
      title: { nameZh: titleZh, nameEn: titleEn },
      closedAt: row.closedAt,
    },
    ...{ opensOn: toCivil(row.opensOn), dueOn: toCivil(row.dueOn), closesOn: toCivil(row.closesOn) },
    exceptions: returns.flatMap(({ openUntil }) => toCivilOrNull(openUntil) ?? []),
  }));
}

/** The firms of a round by the day that each has: the round's own, while it is open, and those of exceptions. */
function toWaves(round: Round, exceptions: CivilDate[]): Wave[] {
  const { opensOn, dueOn, closesOn } = round;
  const due = Prisma.sql`${dueOn}::date`;
  const usual: Wave = {
    days: { opensOn, dueOn, closesOn },
    whose: Prisma.sql`${open} AND (r.open_until IS NULL OR r.open_until <= ${due})`,
    stages: () => true,
  };
  const others = exceptions.filter((until) => until > dueOn);
  return [
    ...(round.closedAt ? [] : [usual]),
    ...others.map((until) => ({
      days: { opensOn, ...ownDays(round, until) },
      whose: Prisma.sql`${openByException} AND r.open_until = ${until}::date`,
      // That the round opened was told long ago.
      stages: (stage: FirmStage) => stage !== "OPENED",
    })),
  ];
}

/** Tells each firm's own people the stage that it has reached by its days. @returns how many people are told */
async function remindFirms(tx: Tx, round: Round, wave: Wave, today: CivilDate): Promise<number> {
  const stages = reachedStages(wave.days, today).filter(({ stage }) => wave.stages(stage));
  const latest = stages.at(-1);
  if (!latest) return 0;
  const members = Prisma.sql`returns r
    JOIN user_enterprises m ON m.enterprise_id = r.enterprise_id
    JOIN users u ON u.id = m.user_id AND u.status = 'ACTIVE' AND u.role = 'ENTERPRISE'
    WHERE r.round_id = ${round.id}::uuid AND ${wave.whose}`;
  const dueOn = Prisma.sql`${wave.days.dueOn}::date`;
  // What was sent back since a stage was reached is awaited anew: its firm was told so a moment ago.
  const told = await tx.$queryRaw<Told[]>`
    INSERT INTO return_reminders (id, return_id, user_id, stage, due_on, skipped)
    SELECT gen_random_uuid(), r.id, u.id, ${latest.stage}::reminder_stage, ${dueOn},
      r.state = 'RETURNED' AND coalesce(${sentBackOn} >= ${latest.on}::date, false)
    FROM ${members} ORDER BY r.id, u.id
    ON CONFLICT (return_id, user_id, stage, due_on) DO NOTHING
    RETURNING return_id::text AS "returnId", user_id::text AS "userId", skipped`;
  const missed = stages.slice(0, -1).map(({ stage }) => stage);
  if (missed.length > 0 && told.length > 0) {
    const toThem = told.map(({ returnId }) => returnId);
    await tx.$executeRaw`
      INSERT INTO return_reminders (id, return_id, user_id, stage, due_on, skipped)
      SELECT gen_random_uuid(), r.id, u.id, s.stage::reminder_stage, ${dueOn}, true
      FROM (SELECT unnest(${missed}::text[]) AS stage) s CROSS JOIN ${members}
        AND r.id = ANY (${toThem}::uuid[]) ORDER BY r.id, u.id, s.stage
      ON CONFLICT (return_id, user_id, stage, due_on) DO NOTHING`;
  }
  const due = told.filter(({ skipped }) => !skipped);
  await notifyAll(tx, await toNotices(tx, round, { stage: latest.stage, days: wave.days }, due));
  return due.length;
}

async function toNotices(
  tx: Tx,
  round: Round,
  { stage, days }: { stage: FirmStage; days: RoundDays },
  told: Told[],
): Promise<Notice[]> {
  const byReturn = new Map<string, string[]>();
  for (const { returnId, userId } of told)
    byReturn.set(returnId, [...(byReturn.get(returnId) ?? []), userId]);
  const firms = await listFirms(tx, [...byReturn.keys()]);
  return firms.map(({ returnId, nameZh, nameEn }) => ({
    kind: kinds[stage],
    userIds: byReturn.get(returnId) ?? [],
    params: { round: round.title, firm: { nameZh, nameEn }, due: days.dueOn, closes: days.closesOn },
    href: `/portal/returns/${returnId}`,
    // An exception's day is an occasion of its own.
    key: `return/${returnId}/${stage}${days.dueOn === round.dueOn ? "" : `/${days.dueOn}`}`,
  }));
}

async function listFirms(tx: Tx, returnIds: string[]): Promise<Firm[]> {
  const firms: Firm[] = [];
  for (let at = 0; at < returnIds.length; at += CHUNK) {
    firms.push(
      ...(await tx.$queryRaw<Firm[]>`
        SELECT r.id::text AS "returnId", e.name_zh AS "nameZh", e.name_en AS "nameEn"
        FROM returns r JOIN enterprises e ON e.id = r.enterprise_id
        WHERE r.id = ANY (${returnIds.slice(at, at + CHUNK)}::uuid[]) ORDER BY r.id`),
    );
  }
  return firms;
}

/** Tells the owner of a round, or the administrators where it has none, which firms are missing; each firm once. */
async function tellOwner(tx: Tx, round: Round, today: CivilDate): Promise<number> {
  const whom = ownerIsTold(round, today);
  if (whom === "NONE") return 0;
  const unreached = Prisma.sql`NOT EXISTS (
    SELECT FROM user_enterprises m JOIN users o ON o.id = m.user_id
    WHERE m.enterprise_id = r.enterprise_id AND o.status = 'ACTIVE' AND o.role = 'ENTERPRISE')`;
  const told = await tx.$queryRaw<Told[]>`
    INSERT INTO return_reminders (id, return_id, user_id, stage, due_on)
    SELECT gen_random_uuid(), r.id, u.id, 'OWNER', ${round.dueOn}::date
    FROM returns r JOIN users u ON u.status = 'ACTIVE'
      AND (u.id = ${round.ownerId}::uuid OR (${round.ownerId}::uuid IS NULL AND u.role = 'ADMIN'))
    WHERE r.round_id = ${round.id}::uuid AND ${open}
      AND (r.open_until IS NULL OR r.open_until < ${today}::date) AND ${whom === "ALL" ? Prisma.sql`true` : unreached}
    ORDER BY r.id, u.id
    ON CONFLICT (return_id, user_id, stage, due_on) DO NOTHING
    RETURNING return_id::text AS "returnId", user_id::text AS "userId", skipped`;
  const byUser = new Map<string, string[]>();
  for (const { returnId, userId } of told) byUser.set(userId, [...(byUser.get(userId) ?? []), returnId]);
  const notices: Notice[] = [];
  for (const [userId, returnIds] of byUser) {
    const firms = await listFirms(tx, returnIds);
    notices.push({
      kind: "RETURN_MISSING",
      userIds: [userId],
      params: {
        round: round.title,
        due: round.dueOn,
        count: firms.length,
        firms: nameSome(firms.slice(0, NAMED), firms.length),
      },
      href: `/return-rounds/${round.id}`,
      // The ledger says that these are new; the first of them names the occasion.
      key: `missing/${round.id}/${returnIds[0]}`,
    });
  }
  await notifyAll(tx, notices);
  return notices.length;
}
