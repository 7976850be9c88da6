import { beforeEach, expect, it } from "vitest";
import { closeRound, openRound } from "@/lib/domain/return-rounds/service-turns";
import { getReturn } from "@/lib/domain/returns/queries";
import { saveDraftSchema, sendBackSchema } from "@/lib/domain/returns/schema";
import { saveDraft } from "@/lib/domain/returns/service";
import { allowLateReturn } from "@/lib/domain/returns/service-asking";
import { acceptReturn, sendReturnBack } from "@/lib/domain/returns/service-decisions";
import { addDays, toCivil } from "@/lib/platform/dates/civil";
import { db } from "@/lib/platform/db/client";
import { resetDatabase } from "@/lib/testing/database";
import { makeFirm, makePark, system } from "@/lib/testing/factories";
import { makeForm, makeRound, send, settle } from "@/lib/testing/return-factories";
import { getRoundFigures, listFieldSums } from "./facts";

beforeEach(resetDatabase);

const quarter = (from: string, reference: string) => {
  const day = toCivil(reference);
  const later = { opensOn: addDays(day, 1), dueOn: addDays(day, 15), closesOn: addDays(day, 31) };
  return { periodFrom: from, referenceOn: reference, ...later };
};
const at = toCivil;
const field = { key: "total", type: "NUMBER", money: null } as never;
const percent = (rate: number | null) => ((rate ?? 0) * 100).toFixed(2);

/** Two firms that said 10 and 7 in the second quarter; in the third, one says 12 and the other nothing. */
async function world() {
  const [park, form] = [await makePark(), await makeForm()];
  const [ann, bo] = [await makeFirm(), await makeFirm()];
  for (const { id } of [ann, bo]) await settle(id, park.id);
  const plan = (from: string, reference: string) =>
    makeRound({ ...quarter(from, reference), formId: form.id, parkId: park.id });
  const of = (roundId: string, enterpriseId: string) =>
    db.return.findFirstOrThrow({ where: { roundId, enterpriseId } });
  const second = await plan("2022-04-01", "2022-06-30");
  await openRound(system, second, undefined, at("2022-07-01"));
  for (const [firm, people] of [
    [ann, 10],
    [bo, 7],
  ] as const) {
    const sent = await send(await of(second.id, firm.id), people, system, at("2022-07-10"));
    await acceptReturn(system, sent);
  }
  const third = await plan("2022-07-01", "2022-09-30");
  await openRound(system, third, undefined, at("2022-10-01"));
  const said = await send(await of(third.id, ann.id), 12, system, at("2022-10-10"));
  return { park, form, ann, bo, third, said, of };
}

it("what was carried forward counts until an answer under an exception is accepted, in every state between", async () => {
  const { park, form, ann, bo, third, said, of } = await world();
  await acceptReturn(system, said);
  await closeRound(system, { id: third.id, version: 2, reason: null }, undefined, at("2022-11-01"));
  const figures = async () => {
    const { usable, inScope, people, carriedPeople, ...all } = await getRoundFigures(system, third.id);
    const [sum] = await listFieldSums(system, third.id, [field]);
    const rates = [all.responseRate, all.coverageRate, all.estimatedShare].map(percent);
    const states = all.notStarted + all.draft + all.submitted + all.returned + all.accepted + all.estimated;
    expect([states, inScope]).toEqual([2, 2]);
    // The published people and the total question by question are one figure.
    expect(Number(sum?.sum) + Number(sum?.estimatedSum)).toBe(people);
    expect(Number(sum?.estimatedSum)).toBe(carriedPeople);
    return [usable, people, ...rates];
  };
  // 12 accepted and 7 carried: 19, of which 7 is 36.84 %. One of two answered, with 10 of 17 known people.
  const carried = [1, 19, "50.00", "58.82", "36.84"];
  expect(await figures()).toEqual(carried);

  const until = { openUntil: at("2022-12-01"), reason: "They were closed" };
  const id = (await of(third.id, bo.id)).id;
  const version = async () => (await of(third.id, bo.id)).version;
  const late = at("2022-11-20");
  await allowLateReturn(system, { id, version: await version(), ...until }, undefined, at("2022-11-10"));
  expect(await figures()).toEqual(carried);
  const draft = saveDraftSchema.parse({ id, version: await version(), answers: { total: "30" } });
  await saveDraft(system, draft, undefined, late);
  expect((await of(third.id, bo.id)).state).toBe("DRAFT");
  expect(await figures()).toEqual(carried);
  // A draft without the figure takes nothing away either.
  const bare = saveDraftSchema.parse({ id, version: await version(), answers: {} });
  await saveDraft(system, bare, undefined, late);
  expect(await figures()).toEqual(carried);
  await send({ id, version: await version() }, 30, system, late);
  // It has come, late: both have answered; it counts once it is accepted.
  const come = [2, 19, "100.00", "100.00", "36.84"];
  expect(await figures()).toEqual(come);
  const back = sendBackSchema.parse({
    id,
    version: await version(),
    comment: "30?",
    openUntil: "2022-12-01",
  });
  await sendReturnBack(system, back, undefined, late);
  expect(await figures()).toEqual(carried);

  // The next quarter looks back at what counts: 7, and neither the draft nor nothing.
  const fourth = await makeRound({
    ...{ ...quarter("2022-10-01", "2022-12-31"), formId: form.id, parkId: park.id },
  });
  await openRound(system, fourth, undefined, at("2023-01-01"));
  const next = await of(fourth.id, bo.id);
  expect((await getReturn(system, next.id, at("2023-01-05")))?.last).toEqual({ total: "7" });
  await closeRound(system, { id: fourth.id, version: 2, reason: null }, undefined, at("2023-02-01"));
  expect(await of(fourth.id, bo.id)).toMatchObject({ state: "ESTIMATED", answers: { total: "7" } });

  await acceptReturn(system, await send({ id, version: await version() }, 8, system, late));
  // 12 + 8, nothing estimated; and the figures say that they were revised.
  expect(await figures()).toEqual([2, 20, "100.00", "100.00", "0.00"]);
  expect((await db.returnRound.findUniqueOrThrow({ where: { id: third.id } })).standing).toBe("REVISED");
  const declared = await db.headcount.findMany({ where: { on: new Date("2022-09-30") } });
  expect(declared.map(({ enterpriseId, total }) => [enterpriseId, total]).sort()).toEqual(
    [
      [ann.id, 12],
      [bo.id, 8],
    ].sort(),
  );
});

it("an answer that is sent back after the close leaves what was said last time in its place", async () => {
  const { ann, third, said } = await world();
  // Sent in time and not read before the round closed: it is no estimate, and not accepted.
  await closeRound(system, { id: third.id, version: 2, reason: null }, undefined, at("2022-11-01"));
  const sums = async () => {
    const [sum] = await listFieldSums(system, third.id, [field]);
    return [sum?.answered, sum?.sum, sum?.estimated, sum?.estimatedSum];
  };
  expect(await sums()).toEqual([1, "12", 1, "7"]);
  const back = sendBackSchema.parse({ ...said, comment: "12?", openUntil: "2022-12-01" });
  await sendReturnBack(system, back, undefined, at("2022-11-02"));
  // 10 and 7, both of the second quarter.
  expect(await sums()).toEqual([0, "0", 2, "17"]);
  expect(await getRoundFigures(system, third.id)).toMatchObject({ usable: 0, people: 17, carriedPeople: 17 });
  const row = await db.return.findFirstOrThrow({ where: { roundId: third.id, enterpriseId: ann.id } });
  await acceptReturn(system, await send(row, 13, system, at("2022-11-20")));
  expect(await sums()).toEqual([1, "13", 1, "7"]);
});
