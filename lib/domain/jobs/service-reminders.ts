import "server-only";
import { type CivilDate, toCivil } from "@/lib/platform/dates/civil";
import { todayInZone, ZONE_TIME } from "@/lib/platform/dates/today";
import { db, type Tx } from "@/lib/platform/db/client";
import { Prisma } from "@/lib/platform/db/generated/client";
import type { NotificationKind } from "@/lib/platform/db/generated/enums";
import type { NoticeName } from "@/lib/platform/i18n/notice-words";
import { type Notice, notifyAll } from "../notifications/service";
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

type Round = RoundDays & { id: string; ownerId: string | null; title: NoticeName };
/** A row of the ledger that was new: somebody is to be told, once. */
type Told = { returnId: string; userId: string; skipped: boolean };
type Firm = { returnId: string } & NoticeName;

/** An answer that is still awaited. */
const open = Prisma.sql`r.state IN ('NOT_STARTED', 'DRAFT', 'RETURNED')`;
const sentBackOn = Prisma.sql`(r.decided_at AT TIME ZONE ${Prisma.raw(`'${ZONE_TIME}'`)})::date`;

/**
 * Reminds whoever has not answered a round, and tells its owner who is still missing. What is due follows from the
 * state of each return and the days gone by, and from nothing that had to happen on a day: each person is told the
 * latest stage reached, once, by a row of the ledger that goes in beside the notice; stages that passed while nothing
 * ran are noted as skipped. Some statements a round, however many firms there are.
 * @param options.now the clock; a dry run counts the same and writes nothing
 */
export async function remindReturns(options: { now?: Date; dryRun?: boolean } = {}) {
  const { now = new Date(), dryRun = false } = options;
  const today = todayInZone(() => now.getTime());
  const counts = { reminded: 0, owners: 0 };
  for (const round of await listLiveRounds()) {
    const told = await inTransaction(dryRun, (tx) => remindFirms(tx, round, today));
    counts.reminded += told;
    counts.owners += await inTransaction(dryRun, (tx) => tellOwner(tx, round, today));
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

async function listLiveRounds(): Promise<Round[]> {
  const rows = await db.returnRound.findMany({
    where: { scopedAt: { not: null }, closedAt: null },
    orderBy: { id: "asc" },
    select: {
      ...{ id: true, ownerId: true, titleZh: true, titleEn: true },
      ...{ opensOn: true, dueOn: true, closesOn: true },
    },
  });
  return rows.map(({ titleZh, titleEn, ...row }) => ({
    ...{ id: row.id, ownerId: row.ownerId, title: { nameZh: titleZh, nameEn: titleEn } },
    ...{ opensOn: toCivil(row.opensOn), dueOn: toCivil(row.dueOn), closesOn: toCivil(row.closesOn) },
  }));
}

/** Tells each firm's own people the stage that its round has reached. @returns how many people are told */
async function remindFirms(tx: Tx, round: Round, today: CivilDate): Promise<number> {
  const stages = reachedStages(round, today);
  const latest = stages.at(-1);
  if (!latest) return 0;
  const members = Prisma.sql`returns r
    JOIN user_enterprises m ON m.enterprise_id = r.enterprise_id
    JOIN users u ON u.id = m.user_id AND u.status = 'ACTIVE' AND u.role = 'ENTERPRISE'
    WHERE r.round_id = ${round.id}::uuid AND ${open}`;
  // What was sent back since a stage was reached is awaited anew: its firm was told so a moment ago.
  const told = await tx.$queryRaw<Told[]>`
    INSERT INTO return_reminders (id, return_id, user_id, stage, skipped)
    SELECT gen_random_uuid(), r.id, u.id, ${latest.stage}::reminder_stage,
      r.state = 'RETURNED' AND coalesce(${sentBackOn} >= ${latest.on}::date, false)
    FROM ${members} ORDER BY r.id, u.id
    ON CONFLICT (return_id, user_id, stage) DO NOTHING
    RETURNING return_id::text AS "returnId", user_id::text AS "userId", skipped`;
  const missed = stages.slice(0, -1).map(({ stage }) => stage);
  if (missed.length > 0 && told.length > 0) {
    const toThem = told.map(({ returnId }) => returnId);
    await tx.$executeRaw`
      INSERT INTO return_reminders (id, return_id, user_id, stage, skipped)
      SELECT gen_random_uuid(), r.id, u.id, s.stage::reminder_stage, true
      FROM (SELECT unnest(${missed}::text[]) AS stage) s CROSS JOIN ${members}
        AND r.id = ANY (${toThem}::uuid[]) ORDER BY r.id, u.id, s.stage
      ON CONFLICT (return_id, user_id, stage) DO NOTHING`;
  }
  const due = told.filter(({ skipped }) => !skipped);
  await notifyAll(tx, await toNotices(tx, round, latest.stage, due));
  return due.length;
}

async function toNotices(tx: Tx, round: Round, stage: FirmStage, told: Told[]): Promise<Notice[]> {
  const byReturn = new Map<string, string[]>();
  for (const { returnId, userId } of told)
    byReturn.set(returnId, [...(byReturn.get(returnId) ?? []), userId]);
  const firms = await listFirms(tx, [...byReturn.keys()]);
  return firms.map(({ returnId, nameZh, nameEn }) => ({
    kind: kinds[stage],
    userIds: byReturn.get(returnId) ?? [],
    params: { round: round.title, firm: { nameZh, nameEn }, due: round.dueOn, closes: round.closesOn },
    href: `/portal/returns/${returnId}`,
    key: `return/${returnId}/${stage}`,
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
    INSERT INTO return_reminders (id, return_id, user_id, stage)
    SELECT gen_random_uuid(), r.id, u.id, 'OWNER'
    FROM returns r JOIN users u ON u.status = 'ACTIVE'
      AND (u.id = ${round.ownerId}::uuid OR (${round.ownerId}::uuid IS NULL AND u.role = 'ADMIN'))
    WHERE r.round_id = ${round.id}::uuid AND ${open}
      AND ${whom === "ALL" ? Prisma.sql`true` : unreached}
    ORDER BY r.id, u.id
    ON CONFLICT (return_id, user_id, stage) DO NOTHING
    RETURNING return_id::text AS "returnId", user_id::text AS "userId", skipped`;
  const byUser = new Map<string, string[]>();
  for (const { returnId, userId } of told) byUser.set(userId, [...(byUser.get(userId) ?? []), returnId]);
  const notices: Notice[] = [];
  for (const [userId, returnIds] of byUser) {
    const firms = await listFirms(tx, returnIds);
    notices.push({
      kind: "RETURN_MISSING",
      userIds: [userId],
      params: { round: round.title, due: round.dueOn, count: firms.length, firms: nameSome(firms) },
      href: `/return-rounds/${round.id}`,
      // The ledger says that these are new; the first of them names the occasion.
      key: `missing/${round.id}/${returnIds[0]}`,
    });
  }
  await notifyAll(tx, notices);
  return notices.length;
}

/** The first of them by name, and how many more there are. */
function nameSome(firms: Firm[]): NoticeName {
  const more = firms.length - NAMED;
  const zh = firms.slice(0, NAMED).map(({ nameZh, nameEn }) => nameZh ?? nameEn ?? "");
  const en = firms.slice(0, NAMED).map(({ nameZh, nameEn }) => nameEn ?? nameZh ?? "");
  return {
    nameZh: zh.join("、") + (more > 0 ? `等${firms.length}家` : ""),
    nameEn: en.join(", ") + (more > 0 ? ` and ${more} more` : ""),
  };
}
