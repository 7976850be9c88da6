import { beforeEach, describe, expect, it } from "vitest";
import { fromCivil, toCivil } from "@/lib/platform/dates/civil";
import { instantInZone } from "@/lib/platform/dates/today";
import { db } from "@/lib/platform/db/client";
import { resetDatabase } from "@/lib/testing/database";
import { makePark, makeViewer } from "@/lib/testing/factories";
import { closeRound, makeReturns, makeRound, setReturns } from "@/lib/testing/round-factories";
import { countStatements } from "@/lib/testing/statements";
import { remindReturns } from "./service-reminders";

beforeEach(resetDatabase);

/** The clock stands at noon of a day. The round opens on 1 October, is due on the 31st, and closes on 30 November. */
const on = (day: string) => ({ now: instantInZone(toCivil(day), 12) });
const remind = (day: string) => remindReturns(on(day));

async function world(given: { people?: number; count?: number; owned?: boolean } = {}) {
  const park = await makePark();
  const owner = await makeViewer("OFFICER");
  const round = await makeRound({ ownerId: given.owned === false ? undefined : (owner.userId ?? "") });
  const at = { roundId: round.id, parkId: park.id };
  const made = await makeReturns({ ...at, people: given.people }, given.count);
  return { ...made, at, round, owner };
}
/** Who was mailed what, in order. */
const mailed = async () =>
  (await db.mail.findMany({ orderBy: [{ createdAt: "asc" }, { id: "asc" }] })).map(({ kind }) => kind);
const ledger = async () =>
  (await db.returnReminder.findMany({ orderBy: [{ createdAt: "asc" }, { stage: "asc" }] })).map(
    ({ stage, skipped }) => `${stage}${skipped ? " skipped" : ""}`,
  );

describe("reminders of returns", () => {
  it("tells each stage once, on its day or the first day after it on which anything runs", async () => {
    await world();
    const steps: [string, string[]][] = [
      ["2022-09-30", []],
      ["2022-10-01", ["RETURN_OPENED"]],
      ["2022-10-02", []],
      ["2022-10-23", []],
      ["2022-10-24", ["RETURN_REMINDER"]], // 31 − 7
      ["2022-10-31", ["RETURN_REMINDER"]],
      ["2022-11-02", []],
      ["2022-11-03", ["RETURN_OVERDUE"]], // 31 October + 3
      ["2022-11-06", []],
      ["2022-11-07", ["RETURN_OVERDUE"]],
      ["2022-11-08", ["RETURN_MISSING"]], // the owner, the day after the last
      ["2022-11-20", []],
    ];
    const all: string[] = [];
    for (const [day, kinds] of steps) {
      await remind(day);
      all.push(...kinds);
      expect(await mailed(), day).toEqual(all);
      // The same day again, as after a restart.
      await remind(day);
      expect(await mailed(), `${day} again`).toEqual(all);
    }
  });

  it("tells the latest stage alone after days on which nothing ran, and notes the others as skipped", async () => {
    await world();
    await remind("2022-10-01");
    // The machine was off for five weeks.
    await remind("2022-11-05");
    expect(await mailed()).toEqual(["RETURN_OPENED", "RETURN_OVERDUE"]);
    expect((await ledger()).sort()).toEqual(["BEFORE_DUE skipped", "DUE skipped", "LATE_3", "OPENED"]);
    await remind("2022-11-06");
    expect(await mailed()).toHaveLength(2);
  });

  it("sends one mail each where two instances are at it at once", async () => {
    const { users } = await world({ count: 20, people: 2 });
    const both = await Promise.all([remind("2022-10-24"), remind("2022-10-24")]);
    expect(both[0].reminded + both[1].reminded).toBe(40);
    const mails = await db.mail.findMany({ select: { address: true } });
    expect(mails.map(({ address }) => address).sort()).toEqual(users.map(({ email }) => email).sort());
  });

  it("leaves in peace whoever has answered, is exempt, or was closed upon", async () => {
    const { at, round, returns } = await world();
    for (const state of ["SUBMITTED", "ACCEPTED", "EXEMPT", "ESTIMATED"] as const) {
      await makeReturns({ ...at, state });
    }
    await makeReturns({ ...at, state: "DRAFT" });
    await remind("2022-10-31");
    expect(await mailed()).toEqual(["RETURN_REMINDER", "RETURN_REMINDER"]);
    await setReturns([returns[0]?.id ?? ""], {
      state: "SUBMITTED",
      receivedOn: fromCivil(toCivil("2022-11-01")),
    });
    await remind("2022-11-03");
    expect(await mailed()).toHaveLength(3);
    await closeRound(round.id);
    await remind("2022-11-08");
    expect(await mailed()).toHaveLength(3);
  });

  it("reminds by its own last day whoever may answer after the round has closed, and does not call that late", async () => {
    const { at, round, returns } = await world();
    const left = await makeReturns({ ...at, state: "ESTIMATED" });
    const ids = [returns[0]?.id ?? ""];
    await closeRound(round.id);
    await setReturns(ids, { state: "ESTIMATED", openUntil: fromCivil(toCivil("2022-12-20")) });
    const steps: [string, string[]][] = [
      ["2022-12-12", []],
      ["2022-12-13", ["RETURN_REMINDER"]], // 20 − 7
      ["2022-12-14", []],
      ["2022-12-20", ["RETURN_REMINDER"]],
      ["2022-12-21", []],
      ["2022-12-28", []],
    ];
    const all: string[] = [];
    for (const [day, kinds] of steps) {
      await remind(day);
      await remind(day);
      all.push(...kinds);
      expect(await mailed(), day).toEqual(all);
    }
    const mails = await db.mail.findMany();
    for (const { address, text } of mails) {
      expect(text).toContain("due on 20 Dec 2022");
      expect(text).not.toMatch(/31 Oct|30 Nov|overdue/);
      expect(left.users.map(({ email }) => email)).not.toContain(address);
    }
    // What it was told of the first day says nothing of a second one.
    await setReturns(ids, { state: "DRAFT", openUntil: fromCivil(toCivil("2023-01-10")) });
    await remind("2023-01-02");
    expect(await mailed()).toHaveLength(2);
    await remind("2023-01-04");
    expect(await mailed()).toHaveLength(3);
    const receivedOn = fromCivil(toCivil("2023-01-05"));
    await setReturns(ids, { state: "SUBMITTED", receivedOn, openUntil: null });
    await remind("2023-01-10");
    expect(await mailed()).toHaveLength(3);
  });

  it("reminds by the day that it was sent back until, where that is later than the round's", async () => {
    const { at, returns, owner } = await world();
    await makeReturns({ ...at });
    await remind("2022-10-31");
    // Due on the 31st; sent, and sent back on 2 November until the 20th. The round closes on the 30th.
    const until = { openUntil: fromCivil(toCivil("2022-11-20")), decidedAt: on("2022-11-02").now };
    await setReturns([returns[0]?.id ?? ""], { state: "RETURNED", ...until });
    await remind("2022-11-03");
    await remind("2022-11-08");
    // The other firm is late, and the owner is told of it alone.
    expect(await mailed()).toEqual([
      ...["RETURN_REMINDER", "RETURN_REMINDER", "RETURN_OVERDUE", "RETURN_OVERDUE", "RETURN_MISSING"],
    ]);
    const told = { userId: owner.userId ?? "", kind: "RETURN_MISSING" as const };
    expect(await db.notification.findMany({ where: told })).toMatchObject([{ params: { count: 1 } }]);
    await remind("2022-11-13");
    await remind("2022-11-20");
    await remind("2022-11-21");
    expect((await mailed()).slice(5)).toEqual(["RETURN_REMINDER", "RETURN_REMINDER", "RETURN_MISSING"]);
    await remind("2022-11-23"); // 20 + 3, and the round is open still
    const late = await db.mail.findMany({
      where: { kind: "RETURN_OVERDUE" },
      orderBy: { createdAt: "desc" },
    });
    expect(late).toHaveLength(3);
    expect(late[0]?.text).toMatch(/due on 20 Nov 2022.*until 30 Nov 2022/);
  });

  it("says nothing before a round is scoped, nor to firms once it is too late to answer", async () => {
    const park = await makePark();
    await makeRound({ scoped: false });
    const short = await makeRound({ closesOn: "2022-11-02" });
    await makeReturns({ roundId: short.id, parkId: park.id });
    await remind("2022-10-31");
    expect(await mailed()).toEqual(["RETURN_REMINDER"]);
    await remind("2022-11-03");
    // Nobody owns the round and there is no administrator: the ledger waits for one.
    expect(await mailed()).toHaveLength(1);
  });

  it("does not call late what was sent back a moment ago, and reminds of it again at the next stage", async () => {
    const { returns } = await world();
    const ids = returns.map(({ id }) => id);
    await remind("2022-10-24");
    await setReturns(ids, { state: "SUBMITTED", receivedOn: fromCivil(toCivil("2022-10-30")) });
    await remind("2022-11-03");
    await setReturns(ids, { state: "RETURNED", decidedAt: on("2022-11-04").now });
    await remind("2022-11-04");
    expect(await mailed()).toEqual(["RETURN_REMINDER"]);
    await remind("2022-11-07");
    expect(await mailed()).toEqual(["RETURN_REMINDER", "RETURN_OVERDUE"]);
  });

  it("tells the owner of a firm without people a week before it is due, and of the others at the end; each once", async () => {
    const { at, owner } = await world({ count: 3 });
    const { firms } = await makeReturns({ ...at, people: 0 });
    const told = async () => {
      const rows = await db.notification.findMany({
        where: { userId: owner.userId ?? "", kind: "RETURN_MISSING" },
        orderBy: { createdAt: "asc" },
      });
      return rows.map(({ params }) => params as { count: number; firms: { nameEn: string } });
    };
    await remind("2022-10-23");
    expect(await told()).toEqual([]);
    await remind("2022-10-24");
    expect(await told()).toMatchObject([{ count: 1, firms: { nameEn: firms[0]?.nameEn } }]);
    await remind("2022-10-25");
    await remind("2022-11-08");
    await remind("2022-11-09");
    expect((await told()).map(({ count }) => count)).toEqual([1, 3]);
  });

  it("tells the administrators where a round has no owner", async () => {
    await world({ owned: false });
    const admin = await makeViewer("ADMIN");
    await remind("2022-11-08");
    expect(await db.mail.findMany({ where: { kind: "RETURN_MISSING" } })).toMatchObject([
      { address: admin.email },
    ]);
  });

  it("tells a colleague who came later the stage of the day, and nobody twice", async () => {
    const { firms } = await world();
    await remind("2022-10-24");
    await makeViewer("ENTERPRISE", { enterpriseIds: [firms[0]?.id ?? ""] });
    await remind("2022-10-26");
    expect(await mailed()).toEqual(["RETURN_REMINDER", "RETURN_REMINDER"]);
  });

  it("counts the same in a dry run, and writes nothing", async () => {
    await world({ count: 3 });
    expect(await remindReturns({ ...on("2022-11-08"), dryRun: true })).toEqual({ reminded: 3, owners: 1 });
    expect([await db.mail.count(), await db.notification.count(), await db.returnReminder.count()]).toEqual([
      0, 0, 0,
    ]);
    expect(await remind("2022-11-08")).toEqual({ reminded: 3, owners: 1 });
  });

  it("takes as many statements for 404 firms as for four", async () => {
    const { at } = await world({ count: 4 });
    const few = await countStatements(() => remind("2022-10-24"));
    await makeReturns(at, 404);
    const many = await countStatements(() => remind("2022-10-31"));
    expect(await db.mail.count({ where: { kind: "RETURN_REMINDER" } })).toBe(4 + 408);
    expect(many).toBe(few);
  });
});
