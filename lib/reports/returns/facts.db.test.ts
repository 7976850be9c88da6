import fc from "fast-check";
import { beforeEach, expect, it } from "vitest";
import { readyDefinition } from "@/lib/domain/return-forms/service-ready";
import { closeRound, openRound } from "@/lib/domain/return-rounds/service-turns";
import { submitReturnSchema } from "@/lib/domain/returns/schema";
import { submitReturn } from "@/lib/domain/returns/service";
import { acceptReturns } from "@/lib/domain/returns/service-decisions";
import { newId, openChangeSet } from "@/lib/platform/change-sets/open";
import { toCivil } from "@/lib/platform/dates/civil";
import { db } from "@/lib/platform/db/client";
import { insertRows } from "@/lib/platform/db/insert-rows";
import { resetDatabase } from "@/lib/testing/database";
import { makePark, makeViewer, system } from "@/lib/testing/factories";
import { makeForm, makeRound, send } from "@/lib/testing/return-factories";
import { computeRound, sumReturns } from "./compute";
import { getRoundFigures, listFieldSums } from "./facts";
import type { ReturnFact } from "./types";

beforeEach(resetDatabase);

const days = {
  ...{ periodFrom: "2022-07-01", referenceOn: "2022-09-30", opensOn: "2022-10-01" },
  ...{ dueOn: "2022-10-15", closesOn: "2022-10-31" },
};
const at = (day: string) => toCivil(day);
const percent = (rate: number | null) => ((rate ?? 0) * 100).toFixed(2);

type Made = { kind?: "PRESENT" | "REGISTERED"; publicBody?: boolean; known?: number | null };

/** Firms of one park, with what each declared for the quarter before. */
async function makeFirms(parkId: string, firms: Made[]): Promise<string[]> {
  const rows = firms.map((firm, n) => ({ id: newId(), name: `Firm ${n}`, ...firm }));
  await openChangeSet(system, { verb: "enterprises.create" }, async (tx) => {
    await tx.enterprise.createMany({
      data: rows.map(({ id, name, publicBody }) => ({ id, nameEn: name, publicBody: publicBody ?? false })),
    });
    await tx.presence.createMany({
      data: rows.map(({ id, kind }) => ({
        ...{ enterpriseId: id, parkId, kind: kind ?? "PRESENT", fromOn: new Date("2020-01-01") },
      })),
    });
    const declared = rows.flatMap(({ id, known }) =>
      known == null
        ? []
        : [
            {
              id: newId(),
              enterprise_id: id,
              park_id: parkId,
              on_date: "2022-06-30",
              total: known,
              source: "OFFICER",
            },
          ],
    );
    await insertRows(tx, "headcounts", declared);
  });
  return rows.map(({ id }) => id);
}

it("404 firms: 412 there, 8 out of scope, 371 by the due day, 14 later, the rest carried forward", async () => {
  const park = await makePark();
  // Known people: 371 × 7 = 2,597, 14 × 19 = 266 and 5 more are 2,868; 18 × 8 = 144, and one firm never declared.
  const made: Made[] = [
    ...Array.from({ length: 371 }, (_, n) => ({ known: n < 5 ? 8 : 7 })),
    ...Array.from({ length: 14 }, () => ({ known: 19 })),
    ...Array.from({ length: 18 }, () => ({ known: 8 })),
    { known: null },
    ...Array.from({ length: 5 }, () => ({ kind: "REGISTERED" as const })),
    ...Array.from({ length: 3 }, () => ({ publicBody: true, known: 50 })),
  ];
  const ids = await makeFirms(park.id, made);
  const round = await makeRound({ ...days, formId: (await makeForm()).id });
  expect(await openRound(system, round, undefined, at("2022-10-01"))).toMatchObject({
    all: 412,
    inScope: 404,
  });

  // Each says what it said before, and one 37 more: 2,868 + 37 = 2,905.
  const order = new Map(ids.map((id, n) => [id, n]));
  const answering = await db.return.findMany({ where: { roundId: round.id, state: "NOT_STARTED" } });
  for (const row of answering) {
    const n = order.get(row.enterpriseId) ?? 0;
    if (n >= 385) continue;
    const people = (made[n]?.known ?? 0) + (n === 0 ? 37 : 0);
    await send(row, people, system, at(n < 371 ? "2022-10-15" : "2022-10-16"));
  }
  await closeRound(system, { id: round.id, version: 2, reason: null }, undefined, at("2022-11-01"));
  expect(await acceptReturns(system, { roundId: round.id, ids: [] })).toMatchObject({ count: 385 });

  const figures = await getRoundFigures(system, round.id);
  expect(figures).toMatchObject({
    ...{ all: 412, registeredOnly: 5, publicBodies: 3, inScope: 404, usable: 385, onTime: 371, late: 14 },
    ...{ accepted: 385, estimated: 19, knownOfUsable: 2868, known: 3012 },
    ...{ acceptedPeople: 2905, carriedPeople: 144, people: 3049 },
  });
  // 385/404, 371/404, 2,868/3,012, 144/3,049
  expect(
    [figures.responseRate, figures.onTimeRate, figures.coverageRate, figures.estimatedShare].map(percent),
  ).toEqual(["95.30", "91.83", "95.22", "4.72"]);
});

const states = ["NOT_STARTED", "DRAFT", "SUBMITTED", "RETURNED", "ACCEPTED", "EXEMPT", "ESTIMATED"] as const;
const anyFirm = fc.record({
  state: fc.constantFrom(...states),
  exemption: fc.constantFrom("REGISTERED_ONLY" as const, "PUBLIC_BODY" as const, "OTHER" as const),
  receivedOn: fc.constantFrom(null, "2022-10-14", "2022-10-15", "2022-10-16"),
  known: fc.option(fc.integer({ min: 0, max: 60 })),
  declared: fc.integer({ min: 0, max: 60 }),
});

it("the database adds up as compute does, over generated rounds", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyFirm, { minLength: 1, maxLength: 25 }), async (world) => {
      await resetDatabase();
      const park = await makePark();
      const ids = await makeFirms(
        park.id,
        world.map(({ known }) => ({ known })),
      );
      const round = await makeRound(days);
      const facts: ReturnFact[] = [];
      await openChangeSet(system, { verb: "returns.submit" }, async (tx) => {
        for (const [n, firm] of world.entries()) {
          const came =
            firm.receivedOn ?? (["SUBMITTED", "ACCEPTED"].includes(firm.state) ? "2022-10-01" : null);
          const exemption = firm.state === "EXEMPT" ? firm.exemption : null;
          const { id } = await tx.return.create({
            data: {
              ...{
                roundId: round.id,
                enterpriseId: ids[n] ?? "",
                parkId: park.id,
                state: firm.state,
                exemption,
              },
              ...{ exemptReason: "A reason", receivedOn: came ? new Date(came) : null },
            },
          });
          const declared = firm.state === "ACCEPTED" ? firm.declared : null;
          if (declared !== null) {
            await tx.headcount.create({
              data: {
                ...{ enterpriseId: ids[n] ?? "", parkId: park.id, on: new Date("2022-09-30") },
                ...{ total: declared, source: "RETURN", returnId: id },
              },
            });
          }
          const inTime = came === null ? null : came <= "2022-10-15";
          facts.push({ id, state: firm.state, exemption, inTime, known: firm.known, declared });
        }
      });
      expect(await getRoundFigures(system, round.id)).toEqual(computeRound(sumReturns(facts)));
    }),
    { numRuns: 25 },
  );
});

it("adds up what was answered, exactly, question by question, estimates apart", async () => {
  const park = await makePark();
  const ids = await makeFirms(park.id, [{}, {}, {}]);
  const round = await makeRound({ ...days, formId: (await makeForm({ ready: true })).id });
  await openRound(system, round, undefined, at("2022-10-01"));
  const money = { tax: "0", investment: "0", rAndDSpending: "0", output: "0" };
  for (const [n, revenue] of ["0.1", "0.2"].entries()) {
    const row = await db.return.findFirstOrThrow({
      where: { roundId: round.id, enterpriseId: ids[n] ?? "" },
    });
    const answers = { total: String(n + 3), ...money, revenue, remarks: "12" };
    const input = submitReturnSchema.parse({ id: row.id, version: 1, answers });
    await submitReturn(system, input, undefined, at("2022-10-05"));
  }
  await openChangeSet(system, { verb: "returns.submit" }, (tx) =>
    tx.return.updateMany({
      where: { roundId: round.id, enterpriseId: ids[2] ?? "" },
      data: { state: "ESTIMATED", answers: { total: "5", revenue: "1.05" } },
    }),
  );
  const fields = readyDefinition.sections.flatMap((section) => section.fields);
  const sums = new Map((await listFieldSums(system, round.id, fields)).map((sum) => [sum.key, sum]));
  // 0.1 + 0.2 = 0.3; 3 + 4 = 7
  expect(sums.get("revenue")).toMatchObject({ answered: 2, sum: "0.3", estimated: 1, estimatedSum: "1.05" });
  expect(sums.get("total")).toMatchObject({ answered: 2, sum: "7", estimatedSum: "5" });
  expect(sums.get("energy")).toMatchObject({ answered: 0, sum: "0" });
  expect(sums.has("remarks")).toBe(false);
});

it("counts for an officer of some parks what is there, and tells a firm nothing", async () => {
  const [mine, theirs] = [await makePark(), await makePark()];
  const [own] = await makeFirms(mine.id, [{}, {}]);
  await makeFirms(theirs.id, [{}]);
  const round = await makeRound(days);
  await openRound(system, round, undefined, at("2022-10-01"));
  const officer = await makeViewer("OFFICER", { parkIds: [mine.id] });
  expect(await getRoundFigures(officer, round.id)).toMatchObject({ inScope: 2 });
  expect(await getRoundFigures(system, round.id)).toMatchObject({ inScope: 3 });
  const person = await makeViewer("ENTERPRISE", { enterpriseIds: [own ?? ""] });
  for (const read of [getRoundFigures(person, round.id), listFieldSums(person, round.id, [])]) {
    await expect(read).rejects.toMatchObject({ code: "FORBIDDEN" });
  }
});
