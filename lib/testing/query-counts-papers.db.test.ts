import { beforeAll, describe, expect, it } from "vitest";
import { listClaims } from "@/lib/domain/claims/queries";
import { claimListSchema, createClaimSchema } from "@/lib/domain/claims/schema";
import { createClaim } from "@/lib/domain/claims/service";
import { listInstruments } from "@/lib/domain/instruments/queries";
import { instrumentListSchema } from "@/lib/domain/instruments/schema";
import { listPolicies } from "@/lib/domain/policies/queries";
import { policyListSchema } from "@/lib/domain/policies/schema";
import { getProgramme, listProgrammes } from "@/lib/domain/programmes/queries";
import { programmeListSchema, recordCohortSchema } from "@/lib/domain/programmes/schema";
import { recordCohort } from "@/lib/domain/programmes/service";
import { listRates } from "@/lib/domain/rates/queries";
import { rateListSchema } from "@/lib/domain/rates/schema";
import { toCivil } from "@/lib/platform/dates/civil";
import { withFigures } from "@/lib/reports/claims/facts";
import { getInstrumentTotals, withConverted } from "@/lib/reports/instruments/facts";
import { listProgrammeFigures } from "@/lib/reports/programmes/facts";
import { resetDatabase } from "./database";
import { makeInstrument, makePolicy, makeProgramme, makeRate, system } from "./factories";
import { countStatements } from "./statements";

const day = toCivil("2025-06-01");
const all = { pageSize: "100" };

/** A claim of a day of its own, bound to a figure of every report. */
function sentence(n: number) {
  const asOf = `2022-02-${String(n + 1).padStart(2, "0")}`;
  const metrics = ["TENANTS", "HEADCOUNT", "PROJECTS", "MILESTONES", "ISSUANCE", "TRAINED", "AGREEMENTS"];
  const bindings = metrics.map((metric) => ({ metric, currency: "CNY", said: "1" }));
  return { code: `C-${n}`, textEn: "A sentence", publishedOn: "2022-11-01", asOf, bindings };
}

/** `n` programmes, each with its cohorts. */
async function makeZone(n: number) {
  await resetDatabase();
  const programmes: string[] = [];
  for (let i = 0; i < n; i += 1) {
    const { id } = await makeProgramme();
    programmes.push(id);
    await makeInstrument();
    await makeRate();
    await makePolicy();
    await createClaim(system, createClaimSchema.parse(sentence(i)));
    for (const year of [2023, 2024]) {
      const counts = { year, completed: i, reportedOn: `${year}-12-31` };
      await recordCohort(system, recordCohortSchema.parse({ id, version: year - 2022, ...counts }));
    }
  }
  return { programmes };
}

type Zone = Awaited<ReturnType<typeof makeZone>>;

/** What each page asks of the database beyond its frame, and in how many statements. */
const pages: Record<string, { statements: number; ask: (zone: Zone) => Promise<unknown> }> = {
  programmes: {
    statements: 3,
    ask: async ({ programmes }) => [
      await listProgrammes(system, programmeListSchema.parse(all)),
      await listProgrammeFigures(system, programmes, day),
    ],
  },
  instruments: {
    statements: 5,
    ask: async () => {
      const params = instrumentListSchema.parse({ ...all, in: "CNY" });
      const { rows } = await listInstruments(system, params, day);
      return [await withConverted(system, rows, "CNY"), await getInstrumentTotals(system, params, day)];
    },
  },
  // Figures of one report are one more statement, whatever the number of claims; projects are looked at, and read anew.
  claims: {
    statements: 11,
    ask: async () => {
      const { rows } = await listClaims(system, claimListSchema.parse(all));
      return withFigures(system, rows, day);
    },
  },
  policies: { statements: 2, ask: () => listPolicies(system, policyListSchema.parse(all), day) },
  rates: { statements: 2, ask: () => listRates(system, rateListSchema.parse(all)) },
  "a programme": { statements: 1, ask: ({ programmes }) => getProgramme(system, programmes[0] ?? "") },
};

describe.each([3, 12])("with %i rows", (n) => {
  let zone: Zone;
  beforeAll(async () => {
    zone = await makeZone(n);
  });

  it.each(Object.entries(pages))("%s", async (_, { statements, ask }) => {
    expect(await countStatements(() => ask(zone))).toBe(statements);
  });
});
