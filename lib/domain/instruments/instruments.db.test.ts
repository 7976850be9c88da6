import { beforeEach, describe, expect, it } from "vitest";
import { toCivil } from "@/lib/platform/dates/civil";
import { db } from "@/lib/platform/db/client";
import { toAppError } from "@/lib/platform/db/constraints";
import { getInstrumentTotals, getIssuance, withConverted } from "@/lib/reports/instruments/facts";
import { resetDatabase } from "@/lib/testing/database";
import { makeFirm, makeInstrument, makePark, makeViewer, system } from "@/lib/testing/factories";
import { mergeEnterprisesSchema } from "../enterprises/schema";
import { mergeEnterprises } from "../enterprises/service-merge";
import { inChangeSet } from "../in-change-set";
import { createRateSchema } from "../rates/schema";
import { createRate } from "../rates/service";
import { getInstrument, listInstruments } from "./queries";
import { createInstrumentSchema, instrumentListSchema, updateInstrumentSchema } from "./schema";
import { createInstrument, updateInstrument } from "./service";

beforeEach(resetDatabase);

const d = (text: string) => toCivil(text);
const fields = {
  ...{ code: "GB-1", nameEn: "Green bond", issuerEn: "An issuer", pricedOn: "2022-03-01" },
  amount: { amount: "5亿", currency: "USD" },
};
const add = (given: Record<string, unknown> = {}, viewer = system) =>
  createInstrument(viewer, createInstrumentSchema.parse({ ...fields, ...given }));
const addRate = (on: string, rate: string) =>
  createRate(system, createRateSchema.parse({ base: "USD", quote: "CNY", on, rate, source: "A bank" }));

/** USD 500 m, CNY 3,200 m priced at 6.40, USD 340 m. */
async function three() {
  await add();
  const own = { rateUsed: "6.40", rateBase: "USD", rateQuote: "CNY", rateSource: "At pricing" };
  await add({ code: "GB-2", amount: { amount: "32亿", currency: "CNY" }, pricedOn: "2022-05-10", ...own });
  await add({ code: "GB-3", amount: { amount: "3.4亿", currency: "USD" }, pricedOn: "2022-08-01" });
}

it("says of three bonds that they are USD 1.34 bn, and still when today's rate becomes 7.10", async () => {
  await three();
  // 500 + 3,200 / 6.40 + 340 = 500 + 500 + 340 = 1,340 m
  const total = async () => (await getIssuance(system, d("2022-11-01"), "USD")).converted;
  expect(await total()).toBe("1340000000.00");
  await addRate("2026-11-27", "7.10");
  await addRate("2022-05-10", "7.10");
  expect(await total()).toBe("1340000000.00");
  // By the end of May two had been priced: 500 + 500 = 1,000 m.
  expect((await getIssuance(system, d("2022-05-31"), "USD")).converted).toBe("1000000000.00");
});

it("has no sum in yuan without the rates of their days, and names each that is missing", async () => {
  await three();
  const params = instrumentListSchema.parse({ in: "CNY" });
  const totals = await getInstrumentTotals(system, params, d("2022-11-01"));
  expect(totals).toMatchObject({ to: "CNY", converted: null });
  expect(totals.missing).toEqual([
    { from: "USD", to: "CNY", on: "2022-03-01" },
    { from: "USD", to: "CNY", on: "2022-08-01" },
  ]);
  await addRate("2022-03-01", "6.3");
  await addRate("2022-08-01", "6.75");
  // 500 × 6.3 + 3,200 + 340 × 6.75 = 3,150 + 3,200 + 2,295 = 8,645 m
  const now = await getInstrumentTotals(system, params, d("2022-11-01"));
  expect(now).toMatchObject({ converted: "8645000000.00", missing: [] });
  const { rows } = await listInstruments(
    system,
    instrumentListSchema.parse({ sort: "code" }),
    d("2022-11-01"),
  );
  const converted = await withConverted(system, rows, "CNY");
  expect(converted.map(({ converted: { amount, by } }) => [amount, by])).toEqual([
    ["3150000000.00", "TABLE"],
    ["3200000000.00", "SAME"],
    ["2295000000.00", "TABLE"],
  ]);
});

it("follows its issuer when that firm is merged, and refuses one that was", async () => {
  const [stays, goes] = [await makeFirm(), await makeFirm()];
  const { id } = await add({ issuerId: goes.id });
  const merging = { id: stays.id, version: 1, goesId: goes.id, goesVersion: 1 };
  await mergeEnterprises(system, mergeEnterprisesSchema.parse(merging));
  expect(await getInstrument(system, id)).toMatchObject({ issuer: { id: stays.id } });
  await expect(add({ code: "GB-9", issuerId: goes.id })).rejects.toMatchObject({ code: "CONFLICT" });
});

describe("refusals", () => {
  it("tells each broken rule at its field", async () => {
    await add();
    await expect(add()).rejects.toMatchObject({ fieldErrors: { code: "instruments.errors.codeTaken" } });
    const problems = (given: Record<string, unknown>) =>
      createInstrumentSchema
        .safeParse({ ...fields, ...given })
        .error?.issues.map(({ path, message }) => [path.join("."), message]);
    expect(problems({ nameEn: "" })).toEqual([["nameZh", "errors.oneNameNeeded"]]);
    expect(problems({ issuerEn: " " })).toEqual([["issuerId", "instruments.errors.issuer"]]);
    const rate = [["rateUsed", "instruments.errors.rate?currency=USD"]];
    expect(problems({ rateUsed: "6.4" })).toEqual(rate);
    expect(problems({ rateUsed: "6.4", rateBase: "CNY", rateQuote: "CNY" })).toEqual(rate);
    expect(problems({ rateUsed: "6.4", rateBase: "SGD", rateQuote: "CNY" })).toEqual(rate);
    expect(problems({ maturesOn: "2022-03-01" })).toEqual([["maturesOn", "errors.datesOrdered"]]);
    expect(problems({ amount: { amount: "0", currency: "USD" } })?.[0]?.[0]).toBe("amount.amount");
  });

  it("has the database hold what a service could forget", async () => {
    const { id } = await add();
    const field = async (set: string) => {
      const refused = await inChangeSet(system, "instruments.update", null, async (tx) => {
        await tx.$executeRawUnsafe(`UPDATE instruments SET ${set} WHERE id = $1::uuid`, id);
        return {};
      }).catch((error) => toAppError(error));
      return Object.keys((refused as { fieldErrors?: object }).fieldErrors ?? {});
    };
    expect(await field("name_en = NULL")).toEqual(["nameZh"]);
    expect(await field("amount = 0")).toEqual(["amount.amount"]);
    expect(await field("rate_used = 6.4")).toEqual(["rateUsed"]);
    expect(await field("matures_on = priced_on")).toEqual(["maturesOn"]);
  });

  it("names who saved first, finds nothing that is not there, and is the whole zone's", async () => {
    const { id } = await makeInstrument();
    const edit = (version: number) => updateInstrumentSchema.parse({ id, version, ...fields });
    const { changeSetId } = await updateInstrument(system, edit(1));
    expect(await db.changeSet.findUniqueOrThrow({ where: { id: changeSetId } })).toMatchObject({
      verb: "instruments.update",
    });
    await expect(updateInstrument(system, edit(1))).rejects.toMatchObject({ code: "STALE" });
    const nobody = "00000000-0000-7000-8000-000000000000";
    await expect(updateInstrument(system, { ...edit(2), id: nobody })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(add({ issuerId: nobody })).rejects.toMatchObject({ code: "NOT_FOUND" });
    const limited = await makeViewer("OFFICER", { parkIds: [(await makePark()).id] });
    expect((await getInstrument(limited, id))?.can).toEqual({ update: false });
    await expect(add({}, limited)).rejects.toMatchObject({ message: "errors.wholeZone" });
    const firm = await makeViewer("ENTERPRISE", { enterpriseIds: [(await makeFirm()).id] });
    await expect(getInstrument(firm, id)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(getIssuance(firm, d("2022-11-01"), "USD")).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});
