import { beforeEach, describe, expect, it } from "vitest";
import { toCivil } from "@/lib/platform/dates/civil";
import { db } from "@/lib/platform/db/client";
import { resetDatabase } from "@/lib/testing/database";
import { leaseInput, makeFirm, makePark, makeUnit, makeViewer, system } from "@/lib/testing/factories";
import { makeForm, makeReturn, makeRound, send, settle } from "@/lib/testing/return-factories";
import { updateEnterpriseSchema } from "../enterprises/schema";
import { updateEnterprise } from "../enterprises/service";
import { remindReturns } from "../jobs/service-reminders";
import { createLease } from "../leases/service";
import { designFormSchema } from "../return-forms/schema";
import { createFormVersion, designReturnForm } from "../return-forms/service";
import { acceptReturn } from "../returns/service-decisions";
import { countAsked, getRound, listRounds, listRoundsToTurn } from "./queries";
import { createRoundSchema, roundListSchema, updateRoundSchema } from "./schema";
import { cancelRound, createRound, setRoundStanding, updateRound } from "./service";
import { closeRound, openRound, turnRounds } from "./service-turns";

beforeEach(resetDatabase);

const days = {
  ...{ periodFrom: "2022-07-01", referenceOn: "2022-09-30", opensOn: "2022-10-01" },
  ...{ dueOn: "2022-10-15", closesOn: "2022-10-31" },
};
const at = (day: string) => toCivil(day);
const open = (round: { id: string; version: number }, day = "2022-10-01") =>
  openRound(system, round, undefined, at(day));
const asked = async (roundId: string) =>
  (await db.return.findMany({ where: { roundId }, orderBy: { enterpriseId: "asc" } })).map(
    ({ enterpriseId, parkId, state, exemption }) => ({ enterpriseId, parkId, state, exemption }),
  );

async function firmIn(parkId: string, span: Parameters<typeof settle>[2] = {}) {
  const firm = await makeFirm();
  await settle(firm.id, parkId, span);
  return firm;
}
async function change(id: string, fields: object) {
  const { version, nameEn } = await db.enterprise.findUniqueOrThrow({ where: { id } });
  const presences = await db.presence.findMany({ where: { enterpriseId: id } });
  const kept = presences.map(({ parkId, kind, fromOn, toOn }) => ({
    ...{ parkId, kind, fromOn: toCivil(fromOn), toOn: toOn && toCivil(toOn) },
  }));
  const input = { id, version, nameEn, presences: kept, ...fields };
  await updateEnterprise(system, updateEnterpriseSchema.parse(input));
}

describe("who is asked on 2022-09-30", () => {
  it("is who was there that day: not who left before, not who joined after", async () => {
    const park = await makePark();
    await firmIn(park.id, { toOn: "2022-09-29" });
    const stays = await firmIn(park.id, { toOn: "2022-09-30" });
    const new_ = await firmIn(park.id, { fromOn: "2022-09-30" });
    await firmIn(park.id, { fromOn: "2022-10-01" });
    const round = await makeRound(days);
    expect(await open(round)).toMatchObject({ all: 2, inScope: 2 });
    expect((await asked(round.id)).map(({ enterpriseId }) => enterpriseId)).toEqual(
      [stays.id, new_.id].sort(),
    );
  });

  it("leases too: by the line in force, in the park where the firm holds most", async () => {
    const [small, large] = [await makePark(), await makePark()];
    const units = [await makeUnit(small, { area: "50" }), await makeUnit(large, { area: "80" })];
    const gone = await makeUnit(small);
    const [firm, left] = [await makeFirm(), await makeFirm()];
    for (const unit of units)
      await createLease(system, leaseInput({ enterpriseId: firm.id, units: [unit.id] }));
    const ended = { endsOn: "2022-09-29" };
    await createLease(system, leaseInput({ enterpriseId: left.id, units: [gone.id], ...ended }));
    const round = await makeRound(days);
    await open(round);
    expect(await asked(round.id)).toEqual([
      { enterpriseId: firm.id, parkId: large.id, state: "NOT_STARTED", exemption: null },
    ]);
    // Of one park alone, it is asked there.
    const one = await makeRound({ ...days, parkId: small.id });
    await open(one);
    expect(await asked(one.id)).toMatchObject([{ enterpriseId: firm.id, parkId: small.id }]);
  });

  it("leaves out who is registered only and public bodies, with a row that says so, unless told otherwise", async () => {
    const park = await makePark();
    const [firm, registered, body] = [
      await firmIn(park.id),
      await firmIn(park.id, { kind: "REGISTERED" }),
      await firmIn(park.id),
    ];
    await change(body.id, { publicBody: true });
    const round = await makeRound(days);
    expect(await countAsked(system, round.id)).toEqual({
      ...{ all: 3, inScope: 1, registeredOnly: 1, publicBodies: 1 },
    });
    expect(await open(round)).toMatchObject({ all: 3, inScope: 1 });
    const row = (enterpriseId: string, exemption: string | null) => ({
      ...{ enterpriseId, parkId: park.id, exemption, state: exemption ? "EXEMPT" : "NOT_STARTED" },
    });
    expect(await asked(round.id)).toEqual(
      [row(firm.id, null), row(registered.id, "REGISTERED_ONLY"), row(body.id, "PUBLIC_BODY")].sort((a, b) =>
        a.enterpriseId < b.enterpriseId ? -1 : 1,
      ),
    );
    const all = await makeRound({ ...days, leaveRegisteredOnly: false, leavePublicBodies: false });
    expect(await open(all)).toMatchObject({ all: 3, inScope: 3 });
  });

  it("asks one of a firm and its branches, as one tenant is counted", async () => {
    const park = await makePark();
    const [head, branch, away, first, second] = [
      await firmIn(park.id),
      await firmIn(park.id),
      await makeFirm(),
      await firmIn(park.id),
      await firmIn(park.id),
    ];
    await change(branch.id, { branchOfId: head.id });
    await change(first.id, { branchOfId: away.id });
    await change(second.id, { branchOfId: away.id });
    const round = await makeRound(days);
    await open(round);
    const ids = (await asked(round.id)).map(({ enterpriseId }) => enterpriseId);
    expect(ids).toHaveLength(2);
    expect(ids).toContain(head.id);
    expect(ids).not.toContain(branch.id);
  });
});

describe("a round", () => {
  it("opens on its day, once, and is changed and cancelled before that alone", async () => {
    await firmIn((await makePark()).id);
    const round = await makeRound(days);
    await expect(open(round, "2022-09-30")).rejects.toMatchObject({
      message: "return-rounds.errors.opensLater?on=2022-10-01",
    });
    const fields = { ...days, titleEn: "Autumn", code: "Q3", formId: (await makeForm()).id };
    const input = updateRoundSchema.parse({ ...fields, ...round, code: "Q3" });
    const updated = await updateRound(system, input);
    await open(updated);
    expect(await getRound(system, round.id)).toMatchObject({ code: "Q3", state: "OPEN" });
    await expect(open({ id: round.id, version: 3 })).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(updateRound(system, { ...input, version: 3 })).rejects.toMatchObject({
      message: "return-rounds.errors.opened",
    });
    await expect(cancelRound(system, { id: round.id, version: 3, reason: null })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    const other = await makeRound(days);
    await cancelRound(system, { ...other, reason: null });
    expect(await getRound(system, other.id)).toBeNull();
  });

  it("asks nobody where nobody was, and stays planned", async () => {
    const round = await makeRound(days);
    await expect(open(round)).rejects.toMatchObject({ message: "return-rounds.errors.nobody" });
    expect(await getRound(system, round.id)).toMatchObject({ state: "PLANNED", version: 1 });
  });

  it("freezes the newest questions as it opens; the next version is another one", async () => {
    await firmIn((await makePark()).id);
    const form = await makeForm();
    const round = await makeRound({ ...days, formId: form.id });
    const design = designFormSchema.parse({
      ...{ id: form.versionId, version: 1, sections: [{ key: "a", titleEn: "A" }] },
      fields: [{ section: "a", key: "staff", type: "NUMBER", labelEn: "Staff" }],
    });
    await expect(createFormVersion(system, { id: form.id })).rejects.toMatchObject({
      message: "return-forms.errors.notFrozen",
    });
    await designReturnForm(system, design);
    await open(round);
    await expect(designReturnForm(system, { ...design, version: 3 })).rejects.toMatchObject({
      message: "return-forms.errors.frozen",
    });
    await expect(
      db.$executeRaw`UPDATE return_form_versions SET definition = '{}' WHERE id = ${form.versionId}::uuid`,
    ).rejects.toThrow("return_form_versions_frozen");
    const next = await createFormVersion(system, { id: form.id });
    await designReturnForm(system, { ...design, id: next.id, version: 1 });
    expect(next.number).toBe(2);
    const later = await makeRound({ ...days, formId: form.id });
    await open(later);
    expect([
      (await getRound(system, round.id))?.formNumber,
      (await getRound(system, later.id))?.formNumber,
    ]).toEqual([...[1, 2]]);
  });

  it("is told to each firm's people once, in their own language", async () => {
    const park = await makePark();
    const firm = await firmIn(park.id);
    await firmIn(park.id);
    const [person, other] = [
      await makeViewer("ENTERPRISE", { enterpriseIds: [firm.id] }),
      await makeViewer("ENTERPRISE", { enterpriseIds: [(await makeFirm()).id] }),
    ];
    const round = await makeRound({ ...days, titleZh: "三季度" });
    await open(round);
    const row = await db.return.findFirstOrThrow({ where: { roundId: round.id, enterpriseId: firm.id } });
    const notices = await db.notification.findMany();
    expect(notices).toMatchObject([
      {
        ...{ userId: person.userId, kind: "RETURN_OPENED", href: `/portal/returns/${row.id}` },
        params: {
          firm: { nameZh: null, nameEn: firm.nameEn },
          round: { nameZh: "三季度", nameEn: `Round ${round.code}` },
          ...{ due: "2022-10-15", closes: "2022-10-31" },
        },
      },
    ]);
    expect(await db.mail.count({ where: { userId: person.userId } })).toBe(1);
    expect(await db.mail.count({ where: { userId: other.userId } })).toBe(0);
  });

  it("closes after its last day: what is missing becomes the firm's last answer, marked as estimated", async () => {
    const form = await makeForm();
    const spring = { ...days, periodFrom: "2022-04-01", referenceOn: "2022-06-30", opensOn: "2022-07-01" };
    const springEnds = { dueOn: "2022-07-15", closesOn: "2022-07-31" };
    const park = await makePark();
    const [missing, there, new_] = [
      await firmIn(park.id),
      await firmIn(park.id),
      await firmIn(park.id, { fromOn: "2022-08-01" }),
    ];
    const first = await makeRound({ ...spring, ...springEnds, formId: form.id });
    await open(first);
    for (const row of await db.return.findMany({ where: { roundId: first.id } })) {
      await send(row, row.enterpriseId === missing.id ? 31 : 7, system, at("2022-07-02"));
    }
    const round = await makeRound({ ...days, formId: form.id });
    await open(round);
    const rows = await db.return.findMany({ where: { roundId: round.id } });
    const mine = rows.find(({ enterpriseId }) => enterpriseId === there.id);
    await send(mine ?? { id: "", version: 0 }, 8, system, at("2022-10-20"));
    const close = (day: string) =>
      closeRound(system, { id: round.id, version: 2, reason: null }, undefined, at(day));
    await expect(close("2022-10-31")).rejects.toMatchObject({
      message: "return-rounds.errors.closesLater?on=2022-10-31",
    });
    expect(await listRoundsToTurn(system, at("2022-10-31"))).toMatchObject({ toClose: [{ id: first.id }] });
    expect(await close("2022-11-01")).toMatchObject({ estimated: 2 });
    const after = await db.return.findMany({ where: { roundId: round.id } });
    const of = (id: string) => after.find(({ enterpriseId }) => enterpriseId === id);
    expect(of(missing.id)).toMatchObject({ state: "ESTIMATED", answers: { total: "31" } });
    expect(of(new_.id)).toMatchObject({ state: "ESTIMATED", answers: {} });
    expect(of(there.id)).toMatchObject({ state: "SUBMITTED", answers: { total: "8" } });
    expect(await listRoundsToTurn(system, at("2022-11-01"))).toMatchObject({ toOpen: [] });
  });

  it("goes from provisional to revised to final, and back from there with a reason", async () => {
    const made = await makeReturn({ round: days });
    let version = 2;
    const stand = async (standing: "PROVISIONAL" | "REVISED" | "FINAL", reason: string | null = null) => {
      await setRoundStanding(system, { id: made.roundId, version, standing, reason });
      version += 1;
    };
    await expect(stand("FINAL")).rejects.toMatchObject({ message: "return-rounds.errors.closeFirst" });
    const sent = await send(made, 12, system, at("2022-10-05"));
    await closeRound(system, { id: made.roundId, version, reason: null }, undefined, at("2022-11-01"));
    version += 1;
    await stand("REVISED");
    await expect(stand("PROVISIONAL")).rejects.toMatchObject({ message: "return-rounds.errors.standing" });
    await acceptReturn(system, sent);
    await stand("FINAL");
    await expect(stand("REVISED")).rejects.toMatchObject({ fieldErrors: { reason: "errors.required" } });
    await stand("REVISED", "A firm was missed");
  });
});

it("is refused at the field: days out of order, a code that is taken, a form that is not there", async () => {
  const formId = (await makeForm()).id;
  const given = { ...days, code: "Q3", titleEn: "Autumn", formId };
  const problems = (more: object) =>
    createRoundSchema
      .safeParse({ ...given, ...more })
      .error?.issues.map(({ path, message }) => [path.join("."), message.split(".").at(-1)]);
  expect(problems({ titleEn: "" })).toEqual([["titleZh", "oneNameNeeded"]]);
  expect(problems({ referenceOn: "2022-06-30" })).toEqual([["referenceOn", "datesOrdered"]]);
  expect(problems({ dueOn: "2022-09-29" })).toEqual([["dueOn", "dueAfterReference"]]);
  expect(problems({ opensOn: "2022-10-16" })).toEqual([["dueOn", "dueAfterOpening"]]);
  expect(problems({ closesOn: "2022-10-14" })).toEqual([["closesOn", "closesAfterDue"]]);
  const create = (more: object = {}) => createRound(system, createRoundSchema.parse({ ...given, ...more }));
  await create();
  await expect(create()).rejects.toMatchObject({ fieldErrors: { code: "return-rounds.errors.codeTaken" } });
  await expect(create({ code: "Q4", formId: crypto.randomUUID() })).rejects.toMatchObject({
    fieldErrors: { formId: "errors.choose" },
  });
});

it("an officer of some parks runs rounds of those alone, reads those of the zone, and sees no other park's", async () => {
  const [mine, theirs] = [await makePark(), await makePark()];
  const officer = await makeViewer("OFFICER", { parkIds: [mine.id] });
  await Promise.all([firmIn(mine.id), firmIn(theirs.id)]);
  const zone = await makeRound(days);
  const foreign = await makeRound({ ...days, parkId: theirs.id });
  const own = await makeRound({ ...days, parkId: mine.id });
  expect(await getRound(officer, foreign.id)).toBeNull();
  expect(await getRound(officer, zone.id)).toMatchObject({ can: { open: false } });
  expect((await listRounds(officer, roundListSchema.parse({}))).total).toBe(2);
  await expect(openRound(officer, zone)).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(openRound(officer, foreign)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await openRound(officer, own);
  const input = { ...days, code: "X", titleEn: "X", formId: (await makeForm()).id };
  await expect(createRound(officer, createRoundSchema.parse(input))).rejects.toMatchObject({
    fieldErrors: { parkId: "return-rounds.errors.parkNeeded" },
  });
});

describe("the timetable", () => {
  it("opens and closes what is due, each by itself, whenever it is asked, and tells each firm once", async () => {
    const firm = await firmIn((await makePark()).id);
    const person = await makeViewer("ENTERPRISE", { enterpriseIds: [firm.id] });
    // Of a park where nobody was: it cannot be opened, and keeps no other.
    const empty = await makeRound({ ...days, parkId: (await makePark()).id });
    const round = await makeRound(days);
    expect(await turnRounds({ viewer: system, today: at("2022-09-30") })).toEqual({
      opened: 0,
      closed: 0,
      failed: 0,
    });
    const dry = await turnRounds({ viewer: system, today: at("2022-10-03"), dryRun: true });
    expect(dry).toEqual({ opened: 2, closed: 0, failed: 0 });
    expect(await turnRounds({ viewer: system, today: at("2022-10-03") })).toEqual({
      opened: 1,
      closed: 0,
      failed: 1,
    });
    await remindReturns({ now: new Date("2022-10-03T04:00:00Z") });
    const told = await db.notification.findMany({ where: { userId: person.userId ?? "" } });
    expect(told.map(({ kind }) => kind)).toEqual(["RETURN_OPENED"]);
    expect(await db.mail.count({ where: { address: person.email ?? "" } })).toBe(1);
    // A month later, after days on which nothing ran.
    expect(await turnRounds({ viewer: system, today: at("2022-12-01") })).toMatchObject({ closed: 1 });
    const closed = await db.returnRound.findUniqueOrThrow({ where: { id: round.id } });
    expect(closed.closedAt).not.toBeNull();
    expect(await db.return.count({ where: { roundId: empty.id } })).toBe(0);
  });
});
