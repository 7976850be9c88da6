import { beforeEach, describe, expect, it } from "vitest";
import { toCivil } from "@/lib/platform/dates/civil";
import { db } from "@/lib/platform/db/client";
import { resetDatabase } from "@/lib/testing/database";
import { makeFirm, system } from "@/lib/testing/factories";
import { makeForm, makeReturn, makeRound, settle } from "@/lib/testing/return-factories";
import { mergeEnterprisesSchema } from "../enterprises/schema";
import { mergeEnterprises } from "../enterprises/service-merge";
import { createHeadcountSchema, updateHeadcountSchema } from "../headcounts/schema";
import { createHeadcount, deleteHeadcount, updateHeadcount } from "../headcounts/service";
import { updateHeadcounts } from "../headcounts/service-bulk";
import { designFormSchema } from "../return-forms/schema";
import { designReturnForm } from "../return-forms/service";
import { openRound } from "../return-rounds/service-turns";
import { getReturn } from "./queries";
import { correctReturnSchema, submitReturnSchema } from "./schema";
import { submitReturn } from "./service";
import { acceptReturn, acceptReturns, correctReturn } from "./service-decisions";

beforeEach(resetDatabase);

const days = {
  ...{ periodFrom: "2022-07-01", referenceOn: "2022-09-30", opensOn: "2022-10-01" },
  ...{ dueOn: "2022-10-15", closesOn: "2022-10-31" },
};
const at = (day: string) => toCivil(day);
const OPEN = at("2022-10-05");
const make = (enterpriseId?: string, more: object = {}) =>
  makeReturn({ enterpriseId, round: { ...days, ...more } });
const submit = (seen: { id: string; version: number }, more: object, viewer = system, today = OPEN) =>
  submitReturn(
    viewer,
    submitReturnSchema.parse({ ...pick(seen), answers: { total: "12" }, ...more }),
    undefined,
    today,
  );
const pick = ({ id, version }: { id: string; version: number }) => ({ id, version });
const headcounts = () => db.headcount.findMany({ orderBy: { on: "asc" } });

/** A round whose form has two questions: people, and money that is asked for a reason when it moves. */
async function makeTwice() {
  const form = await makeForm();
  await designReturnForm(
    system,
    designFormSchema.parse({
      ...{ id: form.versionId, version: 1, sections: [{ key: "a", titleEn: "A" }] },
      fields: [
        {
          section: "a",
          key: "total",
          type: "NUMBER",
          labelEn: "Total",
          required: true,
          feeds: "total",
          carry: true,
        },
        {
          section: "a",
          key: "revenue",
          type: "MONEY",
          money: "WAN",
          labelEn: "Revenue",
          softLast: "20",
          softYearAgo: "50",
        },
      ],
    }),
  );
  return form.id;
}

describe("accepted people", () => {
  it("are the firm's headcount of the reference day, in its park, and follow a correction", async () => {
    const made = await make();
    const sent = await submit(made, {});
    expect(await headcounts()).toEqual([]);
    const accepted = await acceptReturn(system, pick(sent));
    expect(await headcounts()).toMatchObject([
      {
        ...{ enterpriseId: made.enterpriseId, parkId: made.parkId, total: 12, source: "RETURN" },
        ...{ on: new Date("2022-09-30"), returnId: made.id, version: 1 },
      },
    ]);
    const right = { ...pick(accepted), answers: { total: "13" }, reason: "One was forgotten" };
    await correctReturn(system, correctReturnSchema.parse(right));
    expect(await headcounts()).toMatchObject([{ total: 13, version: 2 }]);
    expect(await getReturn(system, made.id)).toMatchObject({ revision: 1, round: { standing: "REVISED" } });
    await expect(correctReturn(system, correctReturnSchema.parse(right))).rejects.toMatchObject({
      code: "STALE",
    });
    // Of the correction's change set are the return, its round and the headcount.
    const last = await db.changeSet.findFirstOrThrow({ where: { verb: "returns.correct" } });
    const changed = await db.change.findMany({
      where: { changeSetId: last.id },
      orderBy: { tableName: "asc" },
    });
    expect(changed.map(({ tableName }) => tableName)).toEqual(["headcounts", "return_rounds", "returns"]);
  });

  it("take the place of what an officer had entered for the day", async () => {
    const made = await make();
    const place = { enterpriseId: made.enterpriseId, parkId: made.parkId };
    await createHeadcount(system, createHeadcountSchema.parse({ ...place, on: "2022-09-30", total: "9" }));
    await acceptReturn(system, pick(await submit(made, {})));
    expect(await headcounts()).toMatchObject([
      { total: 12, source: "RETURN", returnId: made.id, version: 2 },
    ]);
  });

  it("of many are taken at once, those with a reason only if picked", async () => {
    const formId = await makeTwice();
    const before = await make(undefined, {
      ...{ formId, periodFrom: "2022-04-01", referenceOn: "2022-06-30" },
    });
    await submit(before, { answers: { total: "10", revenue: "100" } });
    // (150 − 100) / 100 = 50 % > 20 %
    const moved = await make(before.enterpriseId, { formId });
    const reasons = { revenue: { code: "NEW_CONTRACT", words: "A large order" } };
    await submit(moved, { answers: { total: "10", revenue: "150" }, reasons });
    expect(await acceptReturns(system, { roundId: moved.roundId, ids: [] })).toMatchObject({ count: 0 });
    expect(await acceptReturns(system, { roundId: moved.roundId, ids: [moved.id] })).toMatchObject({
      count: 1,
    });
    expect(await headcounts()).toMatchObject([{ total: 10, returnId: moved.id }]);
    expect(await acceptReturns(system, { roundId: moved.roundId, ids: [moved.id] })).toMatchObject({
      count: 0,
    });
  });
});

describe("a firm that was entered twice", () => {
  const merge = async (id: string, goesId: string) => {
    const of = async (one: string) => (await db.enterprise.findUniqueOrThrow({ where: { id: one } })).version;
    await mergeEnterprises(
      system,
      mergeEnterprisesSchema.parse({ id, version: await of(id), goesId, goesVersion: await of(goesId) }),
    );
  };

  it("takes its returns along, with the people that they declared", async () => {
    const stays = await makeFirm();
    const goes = await make();
    await acceptReturn(system, pick(await submit(goes, {})));
    await merge(stays.id, goes.enterpriseId);
    expect(await db.return.findUniqueOrThrow({ where: { id: goes.id } })).toMatchObject({
      ...{ enterpriseId: stays.id, state: "ACCEPTED" },
    });
    expect(await headcounts()).toMatchObject([{ enterpriseId: stays.id, returnId: goes.id, total: 12 }]);
  });

  it("keeps both of one round apart, and asks once for what nobody can answer any more", async () => {
    const stays = await make();
    const other = await makeFirm();
    await settle(other.id, stays.parkId);
    const round = await makeRound({ ...days, parkId: stays.parkId });
    await openRound(system, round, undefined, OPEN);
    await merge(stays.enterpriseId, other.id);
    const rows = await db.return.findMany({ where: { roundId: round.id } });
    expect(rows.map(({ enterpriseId, state }) => [enterpriseId, state]).sort()).toEqual(
      [
        [stays.enterpriseId, "NOT_STARTED"],
        [other.id, "EXEMPT"],
      ].sort(),
    );
  });
});

it("what a return declared is put right in the return alone", async () => {
  const made = await make();
  await acceptReturn(system, pick(await submit(made, {})));
  const [declared] = await headcounts();
  const seen = { id: declared?.id ?? "", version: 1 };
  const refused = { message: "headcounts.errors.ofReturn" };
  const input = updateHeadcountSchema.parse({ ...seen, on: "2022-09-30", total: "15" });
  await expect(updateHeadcount(system, input)).rejects.toMatchObject(refused);
  await expect(updateHeadcounts(system, [{ ...seen, total: 15 }])).rejects.toMatchObject(refused);
  await expect(deleteHeadcount(system, { ...seen, reason: null })).rejects.toMatchObject(refused);
  expect(await headcounts()).toMatchObject([{ total: 12 }]);
});

describe("what was said before", () => {
  it("stands beside each box, carries forward, and asks for a reason where a figure moved", async () => {
    const formId = await makeTwice();
    const spring = { formId, periodFrom: "2022-04-01", referenceOn: "2022-06-30" };
    const autumn = { formId, periodFrom: "2021-07-01", referenceOn: "2021-09-30" };
    const lastYear = await make(undefined, autumn);
    await submit(lastYear, { answers: { total: "8", revenue: "40" } });
    const last = await make(lastYear.enterpriseId, spring);
    await submit(last, { answers: { total: "10", revenue: "100" } });
    const now = await make(lastYear.enterpriseId, { formId });
    expect(await getReturn(system, now.id, OPEN)).toMatchObject({
      ...{ last: { total: "10", revenue: "100" }, yearAgo: { total: "8", revenue: "40" } },
      // Only the question that carries forward.
      answers: { total: "10" },
    });
    const answers = { total: "10", revenue: "130" };
    // 130 of 100 is +30 % > 20 %, of 40 it is +225 % > 50 %: one reason serves both.
    await expect(submit(now, { answers })).rejects.toMatchObject({
      fieldErrors: { "reasons.revenue.code": "errors.choose", "reasons.revenue.words": "errors.required" },
    });
    const reasons = {
      revenue: { code: "SEASONAL", words: "Autumn" },
      total: { code: "OTHER", words: "Why?" },
    };
    await submit(now, { answers, reasons });
    expect(await getReturn(system, now.id, OPEN)).toMatchObject({
      reasons: { revenue: { code: "SEASONAL", words: "Autumn" } },
    });
    expect((await getReturn(system, now.id, OPEN))?.reasons).not.toHaveProperty("total");
  });
});
