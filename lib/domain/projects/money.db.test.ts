import { beforeEach, expect, it } from "vitest";
import { toCivil } from "@/lib/platform/dates/civil";
import { resetDatabase } from "@/lib/testing/database";
import { makeFirm, makeProject, makeViewer, system } from "@/lib/testing/factories";
import { countStatements } from "@/lib/testing/statements";
import { createRateSchema } from "../rates/schema";
import { createRate } from "../rates/service";
import { getProject } from "./queries";
import { getProjectMoney, toMissing } from "./queries-money";
import { addAmountSchema, updateProjectSchema } from "./schema";
import { updateProject } from "./service";
import { addAmount } from "./service-money";

beforeEach(resetDatabase);

const day = toCivil;

async function add(projectId: string, kind: string, amount: string, currency: string, on: string) {
  const money = { amount, currency };
  await addAmount(system, addAmountSchema.parse({ projectId, kind, on, money, source: "Report" }));
}

const makeRate = (on: string, rate: string) =>
  createRate(system, createRateSchema.parse({ base: "USD", quote: "CNY", on, rate, source: "A bank" }));

async function read(id: string, to: "USD" | "CNY", on: string, viewer = system) {
  const project = await getProject(viewer, id);
  if (!project) throw new Error("The project is within reach");
  return getProjectMoney(viewer, project, to, day(on));
}

/** Of 640 yuan on 10 May and 700 on 1 June spent, and 10 dollars; planned 1,280 yuan as the project's main plan. */
async function make(given: { leadId?: string } = {}) {
  const { id } = await makeProject(given);
  await add(id, "ACTUAL", "640", "CNY", "2022-05-10");
  await add(id, "ACTUAL", "700", "CNY", "2022-06-01");
  await add(id, "ACTUAL", "10", "USD", "2022-06-02");
  return id;
}

it("is added up in one currency, each amount at the rate of its own day, as far as it was spent by the day", async () => {
  const id = await make();
  await makeRate("2022-05-10", "6.40");
  await makeRate("2022-06-01", "7.00");
  // 640 ÷ 6.40 + 700 ÷ 7.00 + 10 = 100 + 100 + 10
  const { totals } = await read(id, "USD", "2022-11-01");
  expect(totals.actual).toEqual({
    byCurrency: [
      { currency: "CNY", amount: "1340.00", count: 2 },
      { currency: "USD", amount: "10.00", count: 1 },
    ],
    ...{ to: "USD", converted: "210.00", missing: [] },
  });
  // By 31 May only the first: 640 ÷ 6.40
  expect((await read(id, "USD", "2022-05-31")).totals.actual.converted).toBe("100.00");
});

it("has no total while a rate is missing, and names the pair and the day; never one to one", async () => {
  const id = await make();
  await makeRate("2022-05-10", "6.40");
  const { totals } = await read(id, "CNY", "2022-11-01");
  expect(totals.actual.converted).toBeNull();
  expect(toMissing(totals)).toEqual([{ from: "USD", to: "CNY", on: "2022-06-02" }]);
  await makeRate("2022-06-02", "6.70");
  // 640 + 700 + 10 × 6.70
  expect((await read(id, "CNY", "2022-11-01")).totals.actual.converted).toBe("1407.00");
});

it("counts the main plan on the day the project started, else on the day asked for", async () => {
  const { id, code } = await makeProject();
  const main = { amount: "1280", currency: "CNY" };
  const named = { id, code, titleEn: "Centre", plannedInvestment: main };
  await updateProject(system, updateProjectSchema.parse({ ...named, version: 1 }));
  await add(id, "PLANNED", "5", "USD", "2100-01-01");
  await makeRate("2022-05-10", "6.40");
  // 1,280 ÷ 6.40 + 5
  expect((await read(id, "USD", "2022-05-10")).totals.planned.converted).toBe("205.00");
  const { totals } = await read(id, "USD", "2022-11-01");
  expect(toMissing(totals)).toEqual([{ from: "CNY", to: "USD", on: "2022-11-01" }]);
  const started = { ...named, version: 2, startedOn: "2022-05-10" };
  await updateProject(system, updateProjectSchema.parse(started));
  expect((await read(id, "USD", "2022-11-01")).totals.planned.converted).toBe("205.00");
});

it("stays per currency for a firm, which reads no rates; and asks no more for more amounts", async () => {
  const firm = await makeFirm();
  const id = await make({ leadId: firm.id });
  const viewer = await makeViewer("ENTERPRISE", { enterpriseIds: [firm.id] });
  const { totals } = await read(id, "USD", "2022-11-01", viewer);
  expect(totals).toMatchObject({ convertible: false, actual: { converted: null, missing: [] } });
  expect(totals.actual.byCurrency).toHaveLength(2);
  const ask = () => read(id, "USD", "2022-11-01");
  const few = await countStatements(ask);
  for (let n = 1; n < 9; n += 1) await add(id, "ACTUAL", "1", "CNY", `2022-07-0${n}`);
  expect(await countStatements(ask)).toBe(few);
});
