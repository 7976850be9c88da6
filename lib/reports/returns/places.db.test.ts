import { beforeEach, expect, it } from "vitest";
import { closeRound, openRound } from "@/lib/domain/return-rounds/service-turns";
import { getReturn } from "@/lib/domain/returns/queries";
import { placeKey } from "@/lib/domain/returns/rules-parks";
import { correctReturnSchema, submitReturnSchema } from "@/lib/domain/returns/schema";
import { submitReturn } from "@/lib/domain/returns/service";
import { acceptReturn, correctReturn } from "@/lib/domain/returns/service-decisions";
import { toCivil } from "@/lib/platform/dates/civil";
import { db } from "@/lib/platform/db/client";
import { inFirmSession } from "@/lib/platform/db/firm-session";
import { getHeadcount } from "@/lib/reports/headcount/facts";
import { resetDatabase } from "@/lib/testing/database";
import { makeFirm, makePark, makeViewer, system } from "@/lib/testing/factories";
import { makeForm, makeRound, settle } from "@/lib/testing/return-factories";
import { getRoundFigures } from "./facts";

beforeEach(resetDatabase);

const days = {
  ...{ periodFrom: "2022-07-01", referenceOn: "2022-09-30", opensOn: "2022-10-01" },
  ...{ dueOn: "2022-10-15", closesOn: "2022-10-31" },
};
const next = {
  ...{ periodFrom: "2022-10-01", referenceOn: "2022-12-31", opensOn: "2023-01-01" },
  ...{ dueOn: "2023-01-15", closesOn: "2023-01-31" },
};
const [OPENING, NEXT] = [toCivil("2022-10-05"), toCivil("2023-01-05")];

/** One firm in two parks, one in one of them, and a round of the zone. */
async function world(ready = false) {
  const [north, south, form] = [await makePark(), await makePark(), await makeForm({ ready })];
  const [wide, plain] = [await makeFirm(), await makeFirm()];
  await settle(wide.id, [north.id, south.id]);
  await settle(plain.id, south.id);
  const round = await makeRound({ ...days, formId: form.id });
  await openRound(system, round, undefined, OPENING);
  const of = (enterpriseId: string, roundId = round.id) =>
    db.return.findFirstOrThrow({ where: { roundId, enterpriseId } });
  return { north, south, form, wide, plain, round, of };
}
const submit = (row: { id: string; version: number }, answers: Record<string, string>, today = OPENING) =>
  submitReturn(
    system,
    submitReturnSchema.parse({ id: row.id, version: row.version, answers }),
    undefined,
    today,
  );
const declared = async (parkIds: string[]) => {
  const rows = await db.headcount.findMany({ orderBy: { on: "asc" } });
  return rows.map(({ parkId, total, own, source }) => [parkIds.indexOf(parkId), total, own, source]);
};

it("a firm in two parks says how many work in each, and each park gets its own declaration", async () => {
  const { north, south, wide, plain, round, of } = await world();
  const [inNorth, inSouth] = [placeKey(north.id), placeKey(south.id)];
  const mine = await of(wide.id);
  // A firm of one park sees nothing new.
  expect((await getReturn(system, (await of(plain.id)).id, OPENING))?.definition.sections).toHaveLength(1);
  expect((await getReturn(system, mine.id, OPENING))?.definition.sections).toHaveLength(2);
  await expect(submit(mine, { total: "12" })).rejects.toMatchObject({
    fieldErrors: { [`answers.${inNorth}`]: "errors.required", [`answers.${inSouth}`]: "errors.required" },
  });
  const wrong = { total: "12", [inNorth]: "7", [inSouth]: "4" };
  const [first] = [inNorth, inSouth].sort((a, b) => (codeOf(a) < codeOf(b) ? -1 : 1));
  await expect(submit(mine, wrong)).rejects.toMatchObject({
    fieldErrors: { [`answers.${first}`]: "returns.errors.placesEqual?sum=11&total=12" },
  });
  function codeOf(key: string) {
    return key === inNorth ? north.code : south.code;
  }

  const sent = await submit(mine, { total: "12", [inNorth]: "7", [inSouth]: "5" });
  await acceptReturn(system, { id: mine.id, version: sent.version });
  const other = await of(plain.id);
  const alone = await submit(other, { total: "20" });
  await acceptReturn(system, { id: other.id, version: alone.version });
  expect((await declared([north.id, south.id])).sort()).toEqual([
    [0, 7, null, "RETURN"],
    [1, 20, null, "RETURN"],
    [1, 5, null, "RETURN"],
  ]);
  // What the round publishes is what the parks come to: 7, and 5 + 20 = 25; 32 together.
  const figures = await getRoundFigures(system, round.id);
  expect(figures).toMatchObject({ acceptedPeople: 32, carriedPeople: 0, people: 32, inScope: 2 });
  const parks = await Promise.all(
    [north, south].map(async ({ id }) => {
      const { total } = await getHeadcount(system, toCivil("2022-09-30"), {
        scope: { level: "PARK", parkId: id },
      });
      return total;
    }),
  );
  const zone = await getHeadcount(system, toCivil("2022-09-30"));
  expect(parks).toEqual([7, 25]);
  expect(zone.total).toBe(32);

  // Put right: one more in the south, and each declaration says so.
  const right = { total: "13", [inNorth]: "7", [inSouth]: "6" };
  const { version } = await of(wide.id);
  const input = correctReturnSchema.parse({ id: mine.id, version, answers: right, reason: "Counted again" });
  await correctReturn(system, input);
  expect(await getRoundFigures(system, round.id)).toMatchObject({ acceptedPeople: 33 });
  expect(await db.headcount.count()).toBe(3);
});

it("shows last period's figure of each park, carries by park, and knows the people of all its parks", async () => {
  const { north, south, form, wide, round, of } = await world();
  const [inNorth, inSouth] = [placeKey(north.id), placeKey(south.id)];
  const said = { total: "12", [inNorth]: "7", [inSouth]: "5" };
  const mine = await of(wide.id);
  const { version } = await submit(mine, said);
  await acceptReturn(system, { id: mine.id, version });
  const later = await makeRound({ ...next, formId: form.id });
  await openRound(system, later, undefined, NEXT);
  const found = await getReturn(system, (await of(wide.id, later.id)).id, NEXT);
  expect(found?.last).toEqual(said);
  // 7 + 5 of one, and nothing known of the other: not 7 alone.
  expect(await getRoundFigures(system, later.id)).toMatchObject({ known: 12, carriedPeople: 12 });
  await closeRound(system, { id: later.id, version: 2, reason: null }, undefined, toCivil("2023-02-01"));
  expect(await of(wide.id, later.id)).toMatchObject({ state: "ESTIMATED", answers: said, carried: said });
  expect(round.id).not.toBe(later.id);
});

it("a round of one park asks by no park, and a park where a firm is on paper alone is no place of its people", async () => {
  const [north, south, form] = [await makePark(), await makePark(), await makeForm()];
  const firm = await makeFirm();
  await settle(firm.id, [north.id, south.id]);
  const own = await makeRound({ ...days, formId: form.id, parkId: south.id });
  await openRound(system, own, undefined, OPENING);
  expect(await db.returnPlace.count()).toBe(0);
  const paper = await makeFirm();
  await settle(paper.id, [north.id, south.id], { kind: "REGISTERED" });
  const zone = await makeRound({ ...days, formId: form.id, leaveRegisteredOnly: false });
  await openRound(system, zone, undefined, OPENING);
  const places = await db.returnPlace.findMany({ select: { return: { select: { enterpriseId: true } } } });
  expect(places.map(({ return: { enterpriseId } }) => enterpriseId)).toEqual([firm.id, firm.id]);
});

it("within a firm's own session its parks are there, and no other firm's", async () => {
  const { wide, plain, of } = await world();
  const mine = await of(wide.id);
  for (const [firm, sees] of [
    [wide, 2],
    [plain, 0],
  ] as const) {
    const viewer = await makeViewer("ENTERPRISE", { enterpriseIds: [firm.id] });
    const session = { userId: viewer.userId ?? "", enterpriseIds: [firm.id] };
    expect(await inFirmSession(session, () => db.returnPlace.count())).toBe(sees);
    const found = await inFirmSession(session, () => getReturn(viewer, mine.id, OPENING));
    expect(found?.definition.sections.length ?? null).toBe(sees === 0 ? null : 2);
  }
});
