import { beforeEach, describe, expect, it } from "vitest";
import { toCivil } from "@/lib/platform/dates/civil";
import { db } from "@/lib/platform/db/client";
import { resetDatabase } from "@/lib/testing/database";
import { makeFirm, makePark, makeViewer, system } from "@/lib/testing/factories";
import { makeReturn, send } from "@/lib/testing/return-factories";
import { undoChangeSet } from "../change-sets/service";
import { getReturn, listReturnsOfFirm } from "../returns/queries";
import { allowLateSchema, endLateSchema, sendBackSchema } from "../returns/schema";
import { submitReturn } from "../returns/service";
import { allowLateReturn, endLateReturn } from "../returns/service-asking";
import { acceptReturn, sendReturnBack } from "../returns/service-decisions";
import { getAwaited } from "./queries-awaited";
import { setRoundStanding } from "./service";
import { closeRound } from "./service-turns";

beforeEach(resetDatabase);

const at = (day: string) => toCivil(day);
const round = {
  ...{ periodFrom: "2022-07-01", referenceOn: "2022-09-30", opensOn: "2022-10-01" },
  ...{ dueOn: "2022-10-15", closesOn: "2022-10-31" },
};
const NOW = at("2022-11-02");
type Seen = { id: string; version: number };

/** A round that is closed, with one firm that did not answer. */
async function closed() {
  const firm = await makeFirm();
  const made = await makeReturn({ enterpriseId: firm.id, round });
  await closeRound(system, { id: made.roundId, version: 2, reason: null }, undefined, at("2022-11-01"));
  return { ...made, firm, version: 2 };
}
const allow = (seen: Seen, openUntil = "2022-11-10") =>
  allowLateReturn(
    system,
    allowLateSchema.parse({ id: seen.id, version: seen.version, openUntil, reason: "They moved" }),
    undefined,
    NOW,
  );
const end = (seen: Seen, viewer = system, today = NOW) =>
  endLateReturn(
    viewer,
    endLateSchema.parse({ id: seen.id, version: seen.version, reason: "Final on Friday" }),
    undefined,
    today,
  );
async function stand(id: string, standing: "REVISED" | "FINAL", today = NOW) {
  const { version } = await db.returnRound.findUniqueOrThrow({ where: { id } });
  return setRoundStanding(system, { id, version, standing, reason: "Council" }, undefined, today);
}
const standing = async (id: string) =>
  (await db.returnRound.findUniqueOrThrow({ where: { id }, select: { standing: true } })).standing;
const refused = (key: string, params: object) => ({
  code: "CONFLICT",
  message: `return-rounds.errors.${key}?${new URLSearchParams(params as Record<string, string>)}`,
});

describe("figures are not final", () => {
  it("while a firm may still answer by an exception: it is named, with its day; the day after they may be", async () => {
    const made = await closed();
    await allow(made);
    const params = { firms: made.firm.nameEn, until: "2022-11-10" };
    for (const today of ["2022-11-02", "2022-11-10"])
      await expect(stand(made.roundId, "FINAL", at(today))).rejects.toMatchObject(
        refused("exceptionsOpen", params),
      );
    expect(await standing(made.roundId)).toBe("PROVISIONAL");
    await stand(made.roundId, "REVISED");
    await stand(made.roundId, "FINAL", at("2022-11-11"));
  });

  it("while an answer is with the office: it is named; accepted, it is part of them", async () => {
    const made = await closed();
    const sent = await send(await allow(made), 12, system, NOW);
    await expect(stand(made.roundId, "FINAL")).rejects.toMatchObject(
      refused("answersWait", { firms: made.firm.nameEn }),
    );
    expect(await getAwaited(system, made.roundId, NOW)).toMatchObject({
      undecided: { total: 1, rows: [{ id: made.id, openUntil: null }] },
      exceptions: { total: 0, rows: [] },
    });
    await acceptReturn(system, sent);
    await stand(made.roundId, "FINAL");
    expect(await db.headcount.count({ where: { returnId: made.id, total: 12 } })).toBe(1);
  });

  it("and once they are, nothing leads a firm to send what could not be accepted", async () => {
    const firm = await makeFirm();
    const person = await makeViewer("ENTERPRISE", { enterpriseIds: [firm.id] });
    const made = await makeReturn({ enterpriseId: firm.id, round });
    const sent = await send(made, 12, system, at("2022-10-05"));
    await closeRound(system, { id: made.roundId, version: 2, reason: null }, undefined, at("2022-11-01"));
    const accepted = await acceptReturn(system, sent);
    await stand(made.roundId, "FINAL");
    const can = { accept: false, sendBack: false, correct: false, allowLate: false, endLate: false };
    expect(await getReturn(system, made.id, NOW)).toMatchObject({ can });
    // What an earlier version may have left behind: an exception in a round that is final.
    const left = { state: "DRAFT" as const, openUntil: new Date("2022-11-10") };
    await db.$transaction(async (tx) => {
      await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
      await tx.return.update({ where: { id: made.id }, data: left });
    });
    expect(await listReturnsOfFirm(person, NOW)).toMatchObject([{ id: made.id, waits: false }]);
    const input = { id: made.id, version: accepted.version, answers: { total: "9" }, reasons: {} };
    await expect(submitReturn(person, { ...input, receivedOn: null }, undefined, NOW)).rejects.toMatchObject({
      message: "returns.errors.notOpen",
    });
    await expect(allow({ id: made.id, version: accepted.version })).rejects.toMatchObject({
      message: "returns.errors.final",
    });
  });

  it("and an answer is not sent back then: it would have until a day that leads nowhere", async () => {
    const made = await closed();
    const sent = await send(await allow(made), 12, system, NOW);
    await db.$transaction(async (tx) => {
      await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
      await tx.returnRound.update({ where: { id: made.roundId }, data: { standing: "FINAL" } });
    });
    const back = sendBackSchema.parse({ ...sent, comment: "All?", openUntil: "2022-11-10" });
    await expect(sendReturnBack(system, back, undefined, NOW)).rejects.toMatchObject({
      message: "returns.errors.final",
    });
  });

  it("nor both at once: of an exception and a final standing at one moment, one is refused", async () => {
    for (let time = 0; time < 4; time++) {
      const made = await closed();
      const both = await Promise.allSettled([allow(made), stand(made.roundId, "FINAL")]);
      expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    }
  });
});

describe("in a round whose figures are final no answer waits", () => {
  async function final() {
    const made = await closed();
    const sent = await send(await allow(made), 12, system, NOW);
    await acceptReturn(system, sent);
    await stand(made.roundId, "FINAL");
    return made;
  }

  it("nor does undoing what the office decided bring one back", async () => {
    const made = await final();
    const { id } = await db.changeSet.findFirstOrThrow({ where: { verb: "returns.accept" } });
    await expect(undoChangeSet(system, { id })).rejects.toMatchObject({ message: "returns.errors.final" });
    expect(await db.return.findUnique({ where: { id: made.id } })).toMatchObject({ state: "ACCEPTED" });
    await stand(made.roundId, "REVISED");
    await undoChangeSet(system, { id });
    expect(await db.return.findUnique({ where: { id: made.id } })).toMatchObject({ state: "SUBMITTED" });
    // Nor is it made final again by undoing that it was revised.
    const revised = await db.changeSet.findFirstOrThrow({
      where: { verb: "return-rounds.setStanding" },
      orderBy: { xact: "desc" },
    });
    await expect(undoChangeSet(system, { id: revised.id })).rejects.toMatchObject({
      message: "return-rounds.errors.undecided",
    });
    expect(await standing(made.roundId)).toBe("REVISED");
  });
});

describe("an exception is ended", () => {
  it("with a reason that the firm is told; what it typed stays, and it may send no more", async () => {
    const made = await closed();
    const [person, other] = [
      await makeViewer("ENTERPRISE", { enterpriseIds: [made.firm.id] }),
      await makeViewer("ENTERPRISE", { enterpriseIds: [(await makeFirm()).id] }),
    ];
    const allowed = await allow(made);
    expect(await getReturn(system, made.id, NOW)).toMatchObject({ can: { endLate: true } });
    const ended = await end(allowed);
    await expect(send(ended, 12, person, NOW)).rejects.toMatchObject({ message: "returns.errors.notOpen" });
    const told = await db.notification.findMany({ where: { kind: "RETURN_LATE_ENDED" } });
    expect(told).toMatchObject([
      {
        ...{ userId: person.userId, href: `/portal/returns/${made.id}` },
        params: { firm: { nameEn: made.firm.nameEn }, comment: "Final on Friday" },
      },
    ]);
    expect(await db.mail.count({ where: { userId: other.userId } })).toBe(0);
    expect(await getReturn(system, made.id, NOW)).toMatchObject({
      ...{ state: "ESTIMATED", openUntil: null, can: { endLate: false, allowLate: true } },
    });
    await stand(made.roundId, "FINAL");
  });

  it("only where there is one that is open, by who reaches the firm, at the version that was seen", async () => {
    const made = await closed();
    await expect(end(made)).rejects.toMatchObject({ message: "returns.errors.noException" });
    const allowed = await allow(made);
    await expect(end(allowed, system, at("2022-11-11"))).rejects.toMatchObject({ code: "CONFLICT" });
    const elsewhere = await makeViewer("OFFICER", { parkIds: [(await makePark()).id] });
    await expect(end(allowed, elsewhere)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(end(made)).rejects.toMatchObject({ code: "STALE" });
    expect(endLateSchema.safeParse({ ...allowed, reason: " " }).error?.issues[0]?.path).toEqual(["reason"]);
  });
});
