import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { getCommitment } from "@/lib/domain/commitments/queries";
import { commitmentListSchema } from "@/lib/domain/commitments/schema";
import { createHeadcountSchema } from "@/lib/domain/headcounts/schema";
import { createHeadcount } from "@/lib/domain/headcounts/service";
import { createLease } from "@/lib/domain/leases/service";
import { completeMilestone } from "@/lib/domain/milestones/service";
import { openChangeSet } from "@/lib/platform/change-sets/open";
import { addDays, type CivilDate, fromCivil, toCivil } from "@/lib/platform/dates/civil";
import type { Tx } from "@/lib/platform/db/client";
import { resetDatabase } from "@/lib/testing/database";
import {
  leaseInput,
  makeCommitment,
  makeFirm,
  makeMilestone,
  makePark,
  makeProject,
  makeUnit,
  makeViewer,
  system,
} from "@/lib/testing/factories";
import { countStatements } from "@/lib/testing/statements";
import { computeCommitment, pickActual } from "./compute";
import { fetchActuals, getCommitmentStanding, listCommitments } from "./facts";

beforeEach(resetDatabase);

const day = toCivil;
const write = <T>(change: (tx: Tx) => Promise<T>) =>
  openChangeSet(system, { verb: "commitments.update" }, change);

async function actualOn(id: string, ...days: string[]) {
  const known = await fetchActuals([id], days.map(day));
  return days.map((on) => {
    const { actual, missing } = known.get(`${id} ${on}`) ?? {};
    return missing ? `${missing.pair} ${missing.on}` : (actual?.value ?? null);
  });
}

describe("what the record says of a live metric", () => {
  it("headcount: the last that the firm declared in each park by the day", async () => {
    const firm = await makeFirm();
    const [one, two] = [await makePark(), await makePark()];
    const declare = (parkId: string, on: string, total: string) =>
      createHeadcount(system, createHeadcountSchema.parse({ enterpriseId: firm.id, parkId, on, total }));
    await declare(one.id, "2022-06-30", "120");
    await declare(one.id, "2022-09-30", "310");
    await declare(two.id, "2022-07-31", "5");
    const { id } = await makeCommitment({ metric: "HEADCOUNT", ofEnterpriseId: firm.id });
    // 120; 120 + 5; 310 + 5
    expect(await actualOn(id, "2022-06-29", "2022-06-30", "2022-08-01", "2022-12-31")).toEqual([
      null,
      "120",
      "125",
      "315",
    ]);
  });

  it("occupied area: of a firm and of a park, in each unit no more than there is", async () => {
    const [firm, park] = [await makeFirm(), await makePark()];
    const [unit, other] = [await makeUnit(park), await makeUnit(park, { area: "50.25" })];
    const units = [{ unitId: unit.id, area: "150" }, other.id];
    await createLease(system, leaseInput({ enterpriseId: firm.id, units }));
    const ofFirm = await makeCommitment({ metric: "OCCUPIED_AREA", ofEnterpriseId: firm.id });
    const ofPark = await makeCommitment({ metric: "OCCUPIED_AREA", ofParkId: park.id });
    // Of the unit of 100 m² its lease says 150: 100 + 50.25
    for (const { id } of [ofFirm, ofPark]) {
      expect(await actualOn(id, "2021-12-31", "2022-06-30", "2023-01-01")).toEqual(["0", "150.25", "0"]);
    }
  });

  it("completions: of the cohorts that were reported by the day", async () => {
    const programme = await write((tx) =>
      tx.programme.create({
        data: {
          ...{ code: "PG-1", nameEn: "Talent", target: 3000, firstYear: 2023, lastYear: 2032 },
          cohorts: {
            create: [
              { year: 2023, planned: 250, enrolled: 231, completed: 0, reportedOn: new Date("2023-12-31") },
              { year: 2024, planned: 300, enrolled: 287, completed: 212, reportedOn: new Date("2024-12-31") },
            ],
          },
        },
        select: { id: true },
      }),
    );
    const { id } = await makeCommitment({ metric: "PROGRAMME_COMPLETED", ofProgrammeId: programme.id });
    expect(await actualOn(id, "2022-01-01", "2024-12-30", "2024-12-31")).toEqual(["0", "0", "212"]);
  });

  it("issuance: in the unit's currency, each amount at its own rate; a rate that is missing is named", async () => {
    const firm = await makeFirm();
    const issue = (code: string, amount: string, currency: string, pricedOn: string, rate?: object) =>
      write((tx) =>
        tx.instrument.create({
          data: {
            ...{ code, nameEn: code, issuerId: firm.id, amount, currency, pricedOn: new Date(pricedOn) },
            ...rate,
          },
          select: { id: true },
        }),
      );
    await issue("B-1", "500000000", "USD", "2022-02-01");
    const own = { rateUsed: "6.40", rateBase: "USD", rateQuote: "CNY" };
    await issue("B-2", "3200000000", "CNY", "2022-03-01", own);
    await issue("B-3", "340000000", "USD", "2022-04-01");
    const { id } = await makeCommitment({ metric: "ISSUANCE", ofEnterpriseId: firm.id, unitEn: "USD" });
    // 500 m; + 3,200 m / 6.40 = 500 m; + 340 m = 1,340 m
    const days = ["2022-01-31", "2022-02-01", "2022-03-01", "2022-04-01"];
    expect(await actualOn(id, ...days)).toEqual(["0", "500000000", "1000000000", "1340000000"]);
    await issue("B-4", "710", "CNY", "2022-05-01");
    expect(await actualOn(id, "2022-04-30", "2022-05-01")).toEqual(["1340000000", "CNY/USD 2022-05-01"]);
    const { rows } = await listCommitments(system, commitmentListSchema.parse({}), day("2022-06-01"));
    expect(rows).toMatchObject([{ figures: null, missing: { pair: "CNY/USD", on: "2022-05-01" } }]);
    // The table's own of that day: 710 / 7.10 = 100
    const rate = { base: "USD", quote: "CNY", on: new Date("2022-05-01"), rate: "7.10", source: "test" };
    await write((tx) => tx.rate.create({ data: rate, select: { id: true } }));
    expect(await actualOn(id, "2022-05-01")).toEqual(["1340000100"]);
  });

  it("milestones: done by the day, of a project or of all projects of an agreement", async () => {
    const agreement = await write((tx) =>
      tx.agreement.create({
        data: { code: "AG-1", titleEn: "MOU", signedOn: new Date("2022-01-01") },
        select: { id: true },
      }),
    );
    const [one, two] = [
      await makeProject({ agreementId: agreement.id }),
      await makeProject({ agreementId: agreement.id }),
    ];
    const milestones = [
      await makeMilestone({ projectId: one.id }),
      await makeMilestone({ projectId: one.id }),
      await makeMilestone({ projectId: two.id }),
    ];
    for (const [i, { id }] of milestones.entries()) {
      const actualOn = day(`2022-0${i + 4}-30`);
      await completeMilestone(system, {
        id,
        version: 1,
        actualOn,
        evidence: "Protocol 7",
        noEvidenceReason: null,
      });
    }
    const ofProject = await makeCommitment({ metric: "MILESTONES_REACHED", ofProjectId: one.id });
    const ofAgreement = await makeCommitment({ metric: "MILESTONES_REACHED", ofAgreementId: agreement.id });
    const days = ["2022-04-29", "2022-04-30", "2022-06-30"];
    expect(await actualOn(ofProject.id, ...days)).toEqual(["0", "1", "2"]);
    expect(await actualOn(ofAgreement.id, ...days)).toEqual(["0", "1", "3"]);
  });
});

it("in generated worlds the database and compute find the same last value, and so the same figures", async () => {
  const start = day("2022-01-01");
  const world = fc.record({
    baseline: fc.integer({ min: -500, max: 500 }),
    target: fc.integer({ min: -500, max: 500 }),
    values: fc.uniqueArray(
      fc.record({ on: fc.integer({ min: 0, max: 400 }), value: fc.integer({ min: -900, max: 900 }) }),
      {
        maxLength: 6,
        selector: ({ on }) => on,
      },
    ),
  });
  const worlds = fc.sample(world, { numRuns: 25, seed: 2022 });
  const made: { id: string; values: { on: CivilDate; value: string }[] }[] = [];
  for (const { baseline, target, values } of worlds) {
    const { id } = await makeCommitment({
      ...{ baselineValue: String(baseline), targetValue: String(target) },
      ...{ baselineOn: start, targetOn: addDays(start, 300) },
    });
    const rows = values.map((one) => ({ on: addDays(start, one.on), value: (one.value / 8).toFixed(4) }));
    await write((tx) =>
      tx.commitmentMeasurement.createMany({
        data: rows.map((row) => ({ commitmentId: id, on: fromCivil(row.on), value: row.value, source: "x" })),
      }),
    );
    made.push({ id, values: rows });
  }
  for (const offset of [0, 40, 150, 299, 300, 420]) {
    const on = addDays(start, offset);
    const { rows } = await listCommitments(system, commitmentListSchema.parse({ pageSize: 100 }), on);
    for (const { id, values } of made) {
      const row = rows.find((one) => one.id === id);
      if (!row) throw new Error("a commitment is missing from its list");
      expect(row.figures).toEqual(computeCommitment(row, pickActual(values, on), on));
    }
  }
});

it("counts outcomes, is narrowed by one, and asks as few queries for forty as for two", async () => {
  const make = async (value: string) => {
    const { id } = await makeCommitment({ targetOn: "2022-12-31" });
    const row = { commitmentId: id, on: new Date("2022-12-31"), value, source: "x" };
    await write((tx) => tx.commitmentMeasurement.create({ data: row, select: { id: true } }));
    return id;
  };
  const [partly, met] = [await make("465"), await make("520")];
  const asOf = day("2022-12-31");
  const list = (given: object = {}) => listCommitments(system, commitmentListSchema.parse(given), asOf);
  expect(await list()).toMatchObject({ total: 2, outcomes: { PARTLY: 1, MET: 1, OPEN: 0 } });
  const { rows, total } = await list({ outcome: "PARTLY" });
  expect([rows.map(({ id }) => id), total]).toEqual([[partly], 1]);
  expect((await list({ outcome: "MET" })).rows.map(({ id }) => id)).toEqual([met]);
  const few = await countStatements(() => list());
  for (let n = 0; n < 38; n += 1) await makeCommitment({});
  expect(await countStatements(() => list())).toBe(few);
});

it("one commitment has its figures and the values of its chart, typed or by the ends of months", async () => {
  const firm = await makeFirm();
  const viewer = await makeViewer("OFFICER");
  const { id } = await makeCommitment({ metric: "HEADCOUNT", ofEnterpriseId: firm.id });
  const park = await makePark();
  const input = { enterpriseId: firm.id, parkId: park.id, on: "2022-04-15", total: "120" };
  await createHeadcount(system, createHeadcountSchema.parse(input));
  const commitment = await getCommitment(viewer, id);
  if (!commitment) throw new Error("the commitment just made is not there");
  const standing = await getCommitmentStanding(commitment, day("2022-06-30"));
  expect(standing.figures).toMatchObject({ actual: "120", attainment: 0.24, expected: "165.4545" });
  expect(standing.values.map(({ on, value }) => `${on} ${value}`)).toEqual([
    "2022-04-30 120",
    "2022-05-31 120",
    "2022-06-30 120",
  ]);
});
