import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { updateVersion } from "@/lib/platform/change-sets/update-version";
import { type CivilDate, fromCivil, toCivil } from "@/lib/platform/dates/civil";
import { todayInZone } from "@/lib/platform/dates/today";
import type { Tx } from "@/lib/platform/db/client";
import { Prisma } from "@/lib/platform/db/generated/client";
import { conflict, invalid } from "@/lib/platform/errors/app-error";
import { inChangeSet, type Within } from "../in-change-set";
import { findHeldStanding } from "../return-rounds/queries-awaited";
import { listCarried } from "../return-rounds/queries-carried";
import { returnSelect } from "./dto";
import { type FoundReturn, findSeen, isOpen } from "./queries";
import { assertState } from "./rules-days";
import type { AcceptReturnInput, AcceptReturnsInput, CorrectReturnInput, SendBackInput } from "./schema";
import { returnScope } from "./scope";
import { readAnswersWhole } from "./service";
import { feedHeadcounts } from "./service-feeds";
import { tellFirms } from "./service-tell";

/**
 * The answer counts: its people become the firm's declaration of the reference date.
 * @throws AppError CONFLICT for one that is not with the office, or of a round whose figures are final; STALE
 */
export async function acceptReturn(viewer: Viewer, input: AcceptReturnInput, within?: Within) {
  return inChangeSet(
    viewer,
    "returns.accept",
    null,
    async (tx) => {
      const row = await findSeen(tx, viewer, input);
      assertState(row.state, ["SUBMITTED"], "returns.errors.notSubmitted");
      const updated = await updateVersion(tx, tx.return, input, accepted(viewer));
      await settle(tx, [{ ...row, version: updated.version }]);
      return updated;
    },
    within,
  );
}

/** Many at once: those of the ids that are with the office, or all of a round that gave no reasons. */
export async function acceptReturns(viewer: Viewer, { roundId, ids }: AcceptReturnsInput, within?: Within) {
  return inChangeSet(
    viewer,
    "returns.accept",
    null,
    async (tx) => {
      const which = ids.length > 0 ? { id: { in: ids } } : { reasons: { equals: {} } };
      const rows = await tx.return.findMany({
        where: { AND: [returnScope(viewer), { roundId, state: "SUBMITTED" }, which] },
        select: returnSelect,
      });
      const done = await tx.return.updateManyAndReturn({
        where: { id: { in: rows.map(({ id }) => id) }, state: "SUBMITTED" },
        data: { ...accepted(viewer), version: { increment: 1 } },
        select: { id: true, version: true },
      });
      // One that somebody sent back meanwhile is not among them, and one that was sent again is not what was read.
      const versions = new Map(done.map(({ id, version }) => [id, version]));
      const settled = rows.filter(({ id, version }) => versions.get(id) === version + 1);
      if (settled.length < done.length) throw conflict("errors.conflict");
      await settle(
        tx,
        settled.map((row) => ({ ...row, version: row.version + 1 })),
      );
      return { count: settled.length };
    },
    within,
  );
}

/**
 * Back to the firm, with what should be looked at again. Once the round's days are over it needs a day until which it
 * may be sent again.
 * @throws AppError CONFLICT for one that is not with the office, or of a round whose figures are final; INVALID
 *   `openUntil`; STALE
 */
export async function sendReturnBack(
  viewer: Viewer,
  { comment, comments, openUntil, ...seen }: SendBackInput,
  within?: Within,
  today: CivilDate = todayInZone(),
) {
  return inChangeSet(
    viewer,
    "returns.sendBack",
    comment,
    async (tx) => {
      const row = await findSeen(tx, viewer, seen);
      assertState(row.state, ["SUBMITTED"], "returns.errors.notSubmitted");
      const until = openUntil ? fromCivil(toCivil(openUntil)) : null;
      await assertNotFinal(tx, row);
      if (openUntil && openUntil < today) throw invalid({ openUntil: "returns.errors.untilPast" });
      if (!isOpen({ ...row, openUntil: until }, today))
        throw invalid({ openUntil: "returns.errors.untilNeeded" });
      const data = { ...decidedBy(viewer), state: "RETURNED" as const, comment, comments, openUntil: until };
      const carried = await carryOnceClosed(tx, row);
      const updated = await updateVersion(tx, tx.return, seen, { ...data, ...carried });
      const said = comment ?? Object.values(comments).join(" · ");
      await tellFirms(tx, "RETURN_SENT_BACK", [{ ...row, version: updated.version }], said);
      return updated;
    },
    within,
  );
}

/**
 * An accepted answer is put right, with the reason; the round's figures are revised ones from then on.
 * @throws AppError CONFLICT for one that is not accepted, or of a round whose figures are final; INVALID; STALE
 */
export async function correctReturn(viewer: Viewer, { reason, ...input }: CorrectReturnInput) {
  return inChangeSet(viewer, "returns.correct", reason, async (tx) => {
    const row = await findSeen(tx, viewer, input);
    assertState(row.state, ["ACCEPTED"], "returns.errors.notAccepted");
    const said = await readAnswersWhole(tx, row, input);
    const updated = await updateVersion(tx, tx.return, input, {
      ...said,
      ...decidedBy(viewer),
      revision: { increment: 1 },
    });
    await revise(tx, row);
    await feedHeadcounts(tx, [{ ...row, said: said.answers }]);
    return updated;
  });
}

/** In a round that is closed an answer that is taken back leaves what was said last time in its place. */
async function carryOnceClosed(tx: Tx, { id, round, roundId, carried }: FoundReturn) {
  if (!round.closedAt || carried !== null) return {};
  const referenceOn = toCivil(round.referenceOn);
  const closing = {
    id: roundId,
    formVersionId: round.formVersion.id,
    referenceOn,
    formVersion: round.formVersion,
  };
  const [last] = await listCarried(tx, closing, Prisma.sql`r.id = ${id}::uuid`);
  return { carried: last?.answers ?? {} };
}

const accepted = (viewer: Viewer) => ({ ...decidedBy(viewer), state: "ACCEPTED" as const });
const decidedBy = (viewer: Viewer) => ({ decidedAt: new Date(), decidedByName: viewer.name });

/** What follows from acceptance. */
async function settle(tx: Tx, rows: FoundReturn[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  // A figure that was carried forward gives way to the answer: whoever read it reads another now.
  if (first.round.closedAt) await revise(tx, first);
  await feedHeadcounts(tx, rows);
  await tellFirms(tx, "RETURN_ACCEPTED", rows);
}

/** @throws AppError CONFLICT once the round's figures are final */
async function assertNotFinal(tx: Tx, { roundId }: FoundReturn): Promise<void> {
  if ((await findHeldStanding(tx, roundId)) === "FINAL") throw conflict("returns.errors.final");
}

async function revise(tx: Tx, row: FoundReturn): Promise<void> {
  await assertNotFinal(tx, row);
  await tx.returnRound.updateMany({
    where: { id: row.roundId, standing: "PROVISIONAL" },
    data: { standing: "REVISED", version: { increment: 1 } },
  });
}
