import { beforeEach, describe, expect, it } from "vitest";
import { toCivil } from "@/lib/platform/dates/civil";
import { db } from "@/lib/platform/db/client";
import { toAppError } from "@/lib/platform/db/constraints";
import { resetDatabase } from "@/lib/testing/database";
import { makeFirm, makePark, makeRate, makeViewer, system } from "@/lib/testing/factories";
import { undoChangeSet } from "../change-sets/service";
import { inChangeSet } from "../in-change-set";
import { getRate, listRates, listRatesOn } from "./queries";
import {
  createRateSchema,
  deleteRateSchema,
  pasteRatesSchema,
  rateListSchema,
  updateRateSchema,
} from "./schema";
import { createRate, createRates, deleteRate, updateRate } from "./service";

beforeEach(resetDatabase);

const fields = { base: "USD", quote: "CNY", on: "2022-05-10", rate: "6.40", source: "A bank" };
const add = (given: Record<string, unknown> = {}, viewer = system) =>
  createRate(viewer, createRateSchema.parse({ ...fields, ...given }));

it("keeps a rate exactly, under a change set of its verb, and finds those of a day", async () => {
  const { id, changeSetId } = await add({ rate: "6.12345678" });
  expect(await getRate(system, id)).toMatchObject({ rate: "6.12345678", on: "2022-05-10" });
  expect(await db.changeSet.findUniqueOrThrow({ where: { id: changeSetId } })).toMatchObject({
    verb: "rates.create",
  });
  await add({ on: "2022-05-11" });
  await add({ base: "SGD", quote: "HKD" });
  const found = await listRatesOn(system, "CNY", [toCivil("2022-05-10")]);
  expect(found.map(({ base, rate }) => [base, rate])).toEqual([["USD", "6.12345678"]]);
});

it("takes many lines at once, with or without a header, and names the one that is none", async () => {
  const lines = "货币\t货币\t日期\t汇率\nusd\tcny\t2022年5月10日\t6.40\n\nSGD,CNY,2022-05-10,4.75";
  await createRates(system, pasteRatesSchema.parse({ source: "A bank", lines }));
  const { rows } = await listRates(system, rateListSchema.parse({ sort: "base" }));
  expect(rows.map(({ base, quote, on, rate }) => [base, quote, on, rate])).toEqual([
    ["SGD", "CNY", "2022-05-10", "4.75"],
    ["USD", "CNY", "2022-05-10", "6.4"],
  ]);
  const wrong = pasteRatesSchema.safeParse({
    source: "A bank",
    lines: "USD CNY 2022-05-10 6.4\nUSD USD 2022-05-10 1",
  });
  expect(wrong.error?.issues.map(({ message }) => message)).toEqual(["rates.errors.line?line=2"]);
  // All or none: the pair of that day is there.
  const again = pasteRatesSchema.parse({
    source: "A bank",
    lines: "USD SGD 2022-05-10 1.4\nUSD CNY 2022-05-10 6.5",
  });
  const taken = "rates.errors.pairTaken?pair=USD%2FCNY&day=2022-05-10";
  await expect(createRates(system, again)).rejects.toMatchObject({
    ...{ code: "CONFLICT", fieldErrors: { lines: taken } },
  });
  const twice = "USD SGD 2022-05-10 1.4\n\nusd sgd 2022年5月10日 1.5";
  const told = pasteRatesSchema.safeParse({ source: "A bank", lines: twice });
  expect(told.error?.issues).toMatchObject([
    { path: ["lines"], message: "rates.errors.lineTwice?line=3&first=1" },
  ]);
  expect(await db.rate.count()).toBe(2);
});

it("is deleted as a mistake, which can be undone", async () => {
  const { id } = await add();
  const gone = await deleteRate(system, deleteRateSchema.parse({ id, version: 1, reason: "Typed twice" }));
  expect(await getRate(system, id)).toBeNull();
  await undoChangeSet(system, { id: gone.changeSetId });
  expect(await getRate(system, id)).toMatchObject({ rate: "6.4" });
});

describe("refusals", () => {
  it("tells each broken rule at its field, and the database holds them", async () => {
    const { id } = await add();
    await expect(add()).rejects.toMatchObject({ fieldErrors: { on: "rates.errors.dayTaken" } });
    const same = createRateSchema.safeParse({ ...fields, quote: "USD" });
    expect(same.error?.issues).toMatchObject([{ path: ["quote"], message: "rates.errors.sameCurrency" }]);
    for (const rate of ["0", "-6.4", "1e400", "1e-400", "Infinity", "six", ""]) {
      const refused = createRateSchema.safeParse({ ...fields, rate });
      expect([rate, refused.error?.issues.map(({ path }) => path)]).toEqual([rate, [["rate"]]]);
    }
    const field = async (set: string) => {
      const refused = await inChangeSet(system, "rates.update", null, async (tx) => {
        await tx.$executeRawUnsafe(`UPDATE rates SET ${set} WHERE id = $1::uuid`, id);
        return {};
      }).catch((error) => toAppError(error));
      return Object.keys((refused as { fieldErrors?: object }).fieldErrors ?? {});
    };
    expect(await field("rate = 0")).toEqual(["rate"]);
    expect(await field("quote = 'USD'")).toEqual(["quote"]);
  });

  it("names who saved first, finds nothing that is not there, and is the whole zone's", async () => {
    const { id } = await makeRate();
    const edit = (version: number) => updateRateSchema.parse({ id, version, ...fields, rate: "6.5" });
    await updateRate(system, edit(1));
    await expect(updateRate(system, edit(1))).rejects.toMatchObject({ code: "STALE" });
    const nobody = "00000000-0000-7000-8000-000000000000";
    await expect(updateRate(system, { ...edit(2), id: nobody })).rejects.toMatchObject({ code: "NOT_FOUND" });
    const limited = await makeViewer("OFFICER", { parkIds: [(await makePark()).id] });
    expect((await getRate(limited, id))?.can).toEqual({ update: false, delete: false });
    await expect(add({}, limited)).rejects.toMatchObject({ message: "errors.wholeZone" });
    const firm = await makeViewer("ENTERPRISE", { enterpriseIds: [(await makeFirm()).id] });
    await expect(getRate(firm, id)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});
