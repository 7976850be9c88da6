import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { type CivilDate, fromCivil, toCivilOrNull } from "@/lib/platform/dates/civil";
import { type Db, db, type Tx } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/db/generated/client";
import type { RoundStanding } from "@/lib/platform/db/generated/enums";
import { assertCan } from "../permissions";
import { fillableStates } from "../returns/rules-days";
import { roundScope } from "./scope";

/** So many are named; the rest are counted. */
export const NAMED = 20;

const select = {
  id: true,
  openUntil: true,
  enterprise: { select: { nameZh: true, nameEn: true } },
} satisfies Prisma.ReturnSelect;

/** Answers of a round that the office has not decided on, the first of them, and how many there are. */
export async function listUndecided(on: Db, viewer: Viewer, roundId: string) {
  return listSome(on, viewer, { roundId, state: "SUBMITTED" });
}

/** Returns of a round that may still be sent by an exception, those that may longest first, and how many there are. */
export async function listExceptions(on: Db, viewer: Viewer, roundId: string, today: CivilDate) {
  const openUntil = { gte: fromCivil(today) };
  return listSome(on, viewer, { roundId, state: { in: [...fillableStates] }, openUntil });
}

/** What keeps a round's figures from being final: nothing may be under way. */
export async function getAwaited(viewer: Viewer, roundId: string, today: CivilDate) {
  assertCan(viewer, "return-rounds.read");
  const [undecided, exceptions] = await Promise.all([
    listUndecided(db, viewer, roundId),
    listExceptions(db, viewer, roundId, today),
  ]);
  return { undecided, exceptions };
}

export type AwaitedOfRound = { undecided: Some; exceptions: Some };
type Some = { total: number; rows: { id: string; openUntil: CivilDate | null; enterprise: Named }[] };
type Named = { nameZh: string | null; nameEn: string | null };

async function listSome(on: Db, viewer: Viewer, which: Prisma.ReturnWhereInput): Promise<Some> {
  // Whoever runs a round is told of all of it.
  const where = { AND: [{ round: roundScope(viewer) }, which] };
  const total = await on.return.count({ where });
  if (total === 0) return { total, rows: [] };
  const rows = await on.return.findMany({
    where,
    orderBy: [{ openUntil: { sort: "desc", nulls: "last" } }, { id: "asc" }],
    take: NAMED,
    select,
  });
  return { total, rows: rows.map((row) => ({ ...row, openUntil: toCivilOrNull(row.openUntil) })) };
}

/**
 * What a round's figures are called, held until the transaction ends: an exception that is given while they are made
 * final waits, and is refused.
 */
export async function findHeldStanding(tx: Tx, roundId: string): Promise<RoundStanding | undefined> {
  const [round] = await tx.$queryRaw<{ standing: RoundStanding }[]>`
    SELECT standing FROM return_rounds WHERE id = ${roundId}::uuid FOR NO KEY UPDATE`;
  return round?.standing;
}
