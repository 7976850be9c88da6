import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { newId } from "@/lib/platform/change-sets/open";
import { updateVersion } from "@/lib/platform/change-sets/update-version";
import type { CivilDate } from "@/lib/platform/dates/civil";
import { todayInZone } from "@/lib/platform/dates/today";
import type { Tx } from "@/lib/platform/db/client";
import { insertRows } from "@/lib/platform/db/insert-rows";
import { AppError, conflict } from "@/lib/platform/errors/app-error";
import { titlesOf } from "@/lib/platform/i18n/notice-words";
import { inChangeSet, type Within } from "../in-change-set";
import { notifyAll } from "../notifications/service";
import { toRoundDays } from "./dto";
import { listRoundsToTurn } from "./queries";
import { listAsked } from "./queries-asked";
import { listCarried, missing } from "./queries-carried";
import { listFirmUserIds } from "./queries-people";
import { assertMayClose, assertMayOpen } from "./rules";
import type { CloseRoundInput, OpenRoundInput } from "./schema";
import { findRunRound } from "./service";

/**
 * Works out who is asked, from tenancy on the reference date; freezes the questions, the newest there are; and tells
 * each firm. Who is left out by rule has a row too, so that the round's scope can be explained.
 * @param today told by the sample zone, which stands still
 * @throws AppError CONFLICT once open, before its day, or where nobody is there to be asked
 */
export async function openRound(
  viewer: Viewer,
  { id, version }: OpenRoundInput,
  within?: Within,
  today: CivilDate = todayInZone(),
) {
  return inChangeSet(
    viewer,
    "return-rounds.open",
    null,
    async (tx) => {
      const row = await findRunRound(tx, viewer, id);
      const round = { ...row, ...toRoundDays(row) };
      assertMayOpen(round, today);
      const scopedAt = new Date();
      const formVersionId = await freezeNewest(tx, round.formVersion.form.id, scopedAt);
      const updated = await updateVersion(tx, tx.returnRound, { id, version }, { scopedAt, formVersionId });
      const asked = await listAsked(tx, round);
      if (!asked.some(({ exemption }) => exemption === null)) throw conflict("return-rounds.errors.nobody");
      const rows = asked.map((one) => ({ id: newId(), ...one }));
      await insertRows(
        tx,
        "returns",
        rows.map(({ id: returnId, enterpriseId, parkId, exemption }) => ({
          ...{ id: returnId, round_id: id, enterprise_id: enterpriseId, park_id: parkId, exemption },
          state: exemption ? "EXEMPT" : "NOT_STARTED",
        })),
      );
      // A firm of one park is asked nothing more.
      const several = rows.filter(({ placeIds }) => placeIds.length > 1);
      await insertRows(
        tx,
        "return_places",
        several.flatMap(({ id: returnId, placeIds }) =>
          placeIds.map((parkId) => ({ id: newId(), return_id: returnId, park_id: parkId })),
        ),
      );
      await tellFirms(tx, round);
      const inScope = asked.filter(({ exemption }) => exemption === null).length;
      return { ...updated, all: asked.length, inScope };
    },
    within,
  );
}

/**
 * After its last day: what is missing is carried forward from the firm's last answer and marked as estimated.
 * @throws AppError CONFLICT while answers may still come
 */
export async function closeRound(
  viewer: Viewer,
  { id, version, reason }: CloseRoundInput,
  within?: Within,
  today: CivilDate = todayInZone(),
) {
  return inChangeSet(
    viewer,
    "return-rounds.close",
    reason,
    async (tx) => {
      const row = await findRunRound(tx, viewer, id);
      const round = { ...row, ...toRoundDays(row) };
      assertMayClose(round, today);
      const updated = await updateVersion(tx, tx.returnRound, { id, version }, { closedAt: new Date() });
      const carried = await listCarried(tx, round, missing);
      const estimated = await tx.$executeRaw`
        UPDATE returns r SET state = 'ESTIMATED', version = r.version + 1, answers = c.answers, carried = c.answers,
          reasons = '{}'
        FROM jsonb_to_recordset(${JSON.stringify(carried)}::jsonb) AS c(id uuid, answers jsonb)
        WHERE r.id = c.id AND ${missing}`;
      return { ...updated, estimated };
    },
    within,
  );
}

/** The newest questions of a form, from now on as they are. */
async function freezeNewest(tx: Tx, formId: string, frozenAt: Date): Promise<string> {
  const newest = await tx.returnFormVersion.findFirstOrThrow({
    where: { formId },
    orderBy: { number: "desc" },
    select: { id: true, frozenAt: true, version: true },
  });
  if (!newest.frozenAt) await updateVersion(tx, tx.returnFormVersion, newest, { frozenAt });
  return newest.id;
}

type Told = {
  id: string;
  titleZh: string | null;
  titleEn: string | null;
  dueOn: CivilDate;
  closesOn: CivilDate;
};

async function tellFirms(tx: Tx, round: Told): Promise<void> {
  const wanted = { roundId: round.id, state: "NOT_STARTED" as const };
  const returns = await tx.return.findMany({
    where: { ...wanted, enterprise: { users: { some: {} } } },
    select: { id: true, enterpriseId: true, enterprise: { select: { nameZh: true, nameEn: true } } },
  });
  const people = await listFirmUserIds(tx, { returns: { some: wanted } });
  const { dueOn: due, closesOn: closes } = round;
  await notifyAll(
    tx,
    returns.map(({ id, enterpriseId, enterprise: firm }) => ({
      kind: "RETURN_OPENED" as const,
      userIds: people.get(enterpriseId) ?? [],
      params: { round: titlesOf(round), firm, due, closes },
      href: `/portal/returns/${id}`,
      // The reminders' own name of this occasion: whoever is told now is not told again by them.
      key: `return/${id}/OPENED`,
    })),
  );
}

/**
 * Opens the rounds whose day has come, and closes those whose last day is over: each in a change set of its own, so that
 * one that cannot (nobody to ask) keeps no other. Which they are follows from the days alone, whenever it is asked.
 * @returns how many were opened, closed, and could not be
 */
export async function turnRounds(options: { viewer: Viewer; today?: CivilDate; dryRun?: boolean }) {
  const { viewer, today = todayInZone(), dryRun = false } = options;
  const { toOpen, toClose } = await listRoundsToTurn(viewer, today);
  const counts = { opened: 0, closed: 0, failed: 0 };
  if (dryRun) return { ...counts, opened: toOpen.length, closed: toClose.length };
  const attempt = async (done: "opened" | "closed", turn: () => Promise<unknown>) => {
    try {
      await turn();
      counts[done] += 1;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      counts.failed += 1;
    }
  };
  for (const round of toOpen) await attempt("opened", () => openRound(viewer, round, undefined, today));
  for (const round of toClose)
    await attempt("closed", () => closeRound(viewer, { ...round, reason: null }, undefined, today));
  return counts;
}
