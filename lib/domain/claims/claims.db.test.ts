import { beforeEach, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { toCivil } from "@/lib/platform/dates/civil";
import { db } from "@/lib/platform/db/client";
import { toAppError } from "@/lib/platform/db/constraints";
import { listClaimAlarms, withFigures } from "@/lib/reports/claims/facts";
import { fetchFigures } from "@/lib/reports/claims/facts-figures";
import { resetDatabase } from "@/lib/testing/database";
import {
  leaseInput,
  makeClaim,
  makeFirm,
  makeInstrument,
  makeMilestone,
  makePark,
  makeProgramme,
  makeProject,
  makeUnit,
  makeViewer,
  system,
} from "@/lib/testing/factories";
import { mergeEnterprisesSchema } from "../enterprises/schema";
import { mergeEnterprises } from "../enterprises/service-merge";
import { createHeadcountSchema } from "../headcounts/schema";
import { createHeadcount } from "../headcounts/service";
import { inChangeSet } from "../in-change-set";
import { terminateLeaseSchema } from "../leases/schema";
import { createLease } from "../leases/service";
import { terminateLease } from "../leases/service-verbs";
import { completeMilestone } from "../milestones/service";
import { recordCohortSchema } from "../programmes/schema";
import { recordCohort } from "../programmes/service";
import { getClaim, listClaims } from "./queries";
import {
  claimListSchema,
  createClaimSchema,
  signOffClaimSchema,
  updateClaimSchema,
  withdrawClaimSchema,
} from "./schema";
import { createClaim, signOffClaim, updateClaim, withdrawClaim } from "./service";

beforeEach(resetDatabase);

const d = (text: string) => toCivil(text);
const said = {
  ...{ code: "C-1", textEn: "More than 1 enterprise", publishedOn: "2022-11-01", asOf: "2022-11-01" },
};
const add = (
  bindings: Record<string, unknown>[] = [],
  given: Record<string, unknown> = {},
  viewer = system,
) => createClaim(viewer, createClaimSchema.parse({ ...said, ...given, bindings }));

async function figuresOf(id: string, on: string, viewer: Viewer = system) {
  const claim = await getClaim(viewer, id);
  const [found] = claim ? await withFigures(viewer, [claim], d(on)) : [];
  return found?.figures;
}

/** A park where two firms hold 100 m² each all of 2022, with 30 and 12 people. */
async function makeTenants() {
  const park = await makePark();
  const leases: { id: string; firm: string }[] = [];
  for (const total of [30, 12]) {
    const [firm, unit] = [await makeFirm(), await makeUnit(park)];
    const { id } = await createLease(system, leaseInput({ enterpriseId: firm.id, units: [unit.id] }));
    const people = { enterpriseId: firm.id, parkId: park.id, on: "2022-03-31", total };
    await createHeadcount(system, createHeadcountSchema.parse(people));
    leases.push({ id, firm: firm.id });
  }
  return { park, leases };
}

it("has each figure then from the record, and raises an alarm when one falls below what was said", async () => {
  const { park, leases } = await makeTenants();
  const of = { scope: "PARK", scopeId: park.id };
  const { id } = await add([
    { metric: "TENANTS", ...of, comparison: "MORE_THAN", said: "1" },
    { metric: "HEADCOUNT", ...of, comparison: "AT_LEAST", said: "42" },
    { metric: "OCCUPIED_AREA", ...of, comparison: "EQUALS", said: "200" },
    { metric: "OCCUPANCY_RATE", ...of, comparison: "AT_LEAST", said: "95.5" },
  ]);
  const values = async (on: string) =>
    (await figuresOf(id, on))?.bindings.map(({ valueThen, valueNow, state }) => [valueThen, valueNow, state]);
  // 30 + 12 = 42 people; 100 + 100 = 200 m² of 200: 100 %
  expect(await values("2022-11-01")).toEqual([
    [2, 2, "HOLDS"],
    [42, 42, "HOLDS"],
    [200, 200, "HOLDS"],
    [100, 100, "HOLDS"],
  ]);
  expect(await listClaimAlarms(system, d("2022-11-01"))).toEqual([]);
  const end = { id: leases[0]?.id, version: 1, terminatedOn: "2022-11-30", reason: "Left" };
  await terminateLease(system, terminateLeaseSchema.parse(end));
  expect((await values("2022-12-15"))?.map(([, now, state]) => [now, state])).toEqual([
    [1, "BELOW"],
    [12, "BELOW"],
    [100, "BELOW"],
    [50, "BELOW"],
  ]);
  expect(await listClaimAlarms(system, d("2022-12-15"))).toMatchObject([{ id, code: "C-1" }]);
  // Before it was published nothing was said.
  expect(await listClaimAlarms(system, d("2021-01-01"))).toEqual([]);
  const only = [id];
  const { total } = await listClaims(system, claimListSchema.parse({ alarm: "yes" }), only);
  expect(total).toBe(1);
});

it("counts every other figure over what it is bound to", async () => {
  const { park, leases } = await makeTenants();
  const project = await makeProject({ parkId: park.id });
  const milestone = await makeMilestone({ projectId: project.id });
  await completeMilestone(system, {
    id: milestone.id,
    version: 1,
    actualOn: d("2022-06-01"),
    evidence: "Protocol 7",
    noEvidenceReason: null,
  });
  const programme = await makeProgramme();
  const counts = { id: programme.id, version: 1, year: 2023, completed: 7, reportedOn: "2023-12-31" };
  await recordCohort(system, recordCohortSchema.parse(counts));
  await makeInstrument();
  const ask = (
    metric: string,
    scope: string,
    scopeId: string | null,
    on: string,
    currency: string | null = null,
  ) => ({ metric, scope, scopeId, on: d(on), currency }) as never;
  const asks = [
    ask("HEADCOUNT", "FIRM", leases[0]?.firm ?? "", "2022-11-01"),
    ask("HEADCOUNT", "FIRM", leases[0]?.firm ?? "", "2022-01-01"),
    ask("MILESTONES", "PROJECT", project.id, "2022-06-01"),
    ask("MILESTONES", "PROJECT", project.id, "2022-05-31"),
    ask("MILESTONES", "PARK", park.id, "2022-11-01"),
    ask("PROJECTS", "PARK", park.id, "2099-01-01"),
    ask("TRAINED", "PROGRAMME", programme.id, "2023-12-31"),
    ask("TRAINED", "ZONE", null, "2023-12-30"),
    ask("TRAINED", "ZONE", null, "2023-12-31"),
    ask("ISSUANCE", "ZONE", null, "2022-03-01", "USD"),
    ask("ISSUANCE", "ZONE", null, "2022-02-28", "USD"),
    // There is no rate of the day from dollars to yuan.
    ask("ISSUANCE", "ZONE", null, "2022-03-01", "CNY"),
    ask("AGREEMENTS", "ZONE", null, "2022-11-01"),
  ];
  const figures = await fetchFigures(asks);
  expect(asks.map(figures)).toEqual([30, null, 1, 0, 1, 1, 7, 0, 7, 100_000_000, 0, null, 0]);
});

describe("signing off", () => {
  it("stands until the words, the day or a figure are edited; where it was published may be", async () => {
    const manager = await makeViewer("MANAGER");
    const { id } = await add([{ metric: "TENANTS", comparison: "AT_LEAST", said: "1" }]);
    const sign = (version: number) => signOffClaim(manager, signOffClaimSchema.parse({ id, version }));
    const edit = (version: number, given: Record<string, unknown>) => {
      const bindings = [{ metric: "TENANTS", comparison: "AT_LEAST", said: "1.0" }];
      return updateClaim(system, updateClaimSchema.parse({ id, version, ...said, bindings, ...given }));
    };
    const { changeSetId } = await sign(1);
    expect(await db.changeSet.findUniqueOrThrow({ where: { id: changeSetId } })).toMatchObject({
      ...{ verb: "claims.signOff", actorName: manager.name },
    });
    expect(await getClaim(system, id)).toMatchObject({ signedOffBy: manager.name, can: { signOff: false } });
    await edit(2, { publishedIn: "Annual report" });
    expect(await getClaim(system, id)).toMatchObject({ signedOffBy: manager.name, version: 3 });
    for (const [at, given] of [
      { textEn: "More than 2 enterprises" },
      { asOf: "2022-10-31" },
      { bindings: [{ metric: "TENANTS", comparison: "AT_LEAST", said: "2" }] },
      { bindings: [] },
    ].entries()) {
      const version = 3 + at * 2;
      await edit(version, given);
      expect(await getClaim(system, id)).toMatchObject({ signedOffBy: null, signedOffAt: null });
      await sign(version + 1);
      // Back to what it said at first, so that each edit is one by itself.
      const claim = await getClaim(system, id);
      expect(claim?.signedOffBy).toBe(manager.name);
    }
  });
});

describe("refusals", () => {
  it("ends once, and then stays as it is and raises no alarm", async () => {
    const { id } = await add([{ metric: "TENANTS", comparison: "AT_LEAST", said: "9" }]);
    const early = withdrawClaimSchema.parse({ id, version: 1, withdrawnOn: "2022-10-31", reason: "Old" });
    await expect(withdrawClaim(system, early)).rejects.toMatchObject({
      fieldErrors: { withdrawnOn: "claims.errors.beforePublished" },
    });
    expect(await listClaimAlarms(system, d("2023-01-01"))).toHaveLength(1);
    await withdrawClaim(system, { ...early, withdrawnOn: d("2022-12-01") });
    expect(await listClaimAlarms(system, d("2023-01-01"))).toEqual([]);
    expect((await figuresOf(id, "2022-11-30"))?.state).toBe("BELOW");
    const over = { code: "CONFLICT", message: "claims.errors.withdrawn" };
    await expect(
      updateClaim(system, updateClaimSchema.parse({ id, version: 2, ...said })),
    ).rejects.toMatchObject(over);
    await expect(signOffClaim(system, { id, version: 2, note: null })).rejects.toMatchObject(over);
    await expect(withdrawClaim(system, { ...early, version: 2 })).rejects.toMatchObject(over);
  });

  it("tells each broken rule at its field", async () => {
    await add();
    await expect(add()).rejects.toMatchObject({ fieldErrors: { code: "claims.errors.codeTaken" } });
    const problems = (bindings: Record<string, unknown>[], given = {}) =>
      createClaimSchema
        .safeParse({ ...said, bindings, ...given })
        .error?.issues.map(({ path, message }) => [path.join("."), message]);
    expect(problems([], { textEn: "" })).toEqual([["textZh", "claims.errors.text"]]);
    const id = "00000000-0000-7000-8000-000000000000";
    expect(problems([{ metric: "TENANTS", scope: "FIRM", scopeId: id, said: "1" }])).toEqual([
      ["bindings.0.scope", "claims.errors.scope"],
    ]);
    expect(problems([{ metric: "TENANTS", scope: "PARK", said: "1" }])).toEqual([
      ["bindings.0.scopeId", "errors.choose"],
    ]);
    expect(problems([{ metric: "ISSUANCE", said: "1" }])).toEqual([
      ["bindings.0.currency", "errors.currency"],
    ]);
    await expect(
      add([{ metric: "TENANTS", scope: "PARK", scopeId: id, said: "1" }], { code: "C-2" }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("has the database hold what a service could forget", async () => {
    const { id } = await add([{ metric: "TENANTS", said: "1" }]);
    const field = async (sql: string) => {
      const refused = await inChangeSet(system, "claims.update", null, async (tx) => {
        await tx.$executeRawUnsafe(sql, id);
        return {};
      }).catch((error) => toAppError(error));
      return Object.keys((refused as { fieldErrors?: object }).fieldErrors ?? {});
    };
    const set = (what: string) => `UPDATE claims SET ${what} WHERE id = $1::uuid`;
    const bind = (what: string) => `UPDATE claim_bindings SET ${what} WHERE claim_id = $1::uuid`;
    expect(await field(set("text_en = NULL"))).toEqual(["textZh"]);
    expect(await field(set("withdrawn_on = date '2000-01-01'"))).toEqual(["withdrawnOn"]);
    for (const what of ["scope = 'PARK'", "currency = 'USD'", "said = -1"]) {
      expect([what, await field(bind(what))]).toEqual([what, ["bindings"]]);
    }
  });

  it("names who saved first, and is the whole zone's", async () => {
    const { id } = await makeClaim();
    const edit = updateClaimSchema.parse({ id, version: 1, ...said });
    await updateClaim(system, edit);
    await expect(updateClaim(system, edit)).rejects.toMatchObject({ code: "STALE" });
    const { park } = await makeTenants();
    const limited = await makeViewer("OFFICER", { parkIds: [park.id] });
    expect((await getClaim(limited, id))?.can).toEqual({ update: false, signOff: false, withdraw: false });
    await expect(add([], { code: "C-9" }, limited)).rejects.toMatchObject({ message: "errors.wholeZone" });
    const officer = await makeViewer("OFFICER");
    await expect(signOffClaim(officer, { id, version: 2, note: null })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    const firm = await makeViewer("ENTERPRISE", { enterpriseIds: [(await makeFirm()).id] });
    await expect(getClaim(firm, id)).rejects.toMatchObject({ code: "FORBIDDEN" });
    const nobody = "00000000-0000-7000-8000-000000000000";
    await expect(updateClaim(system, { ...edit, id: nobody })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("shows an officer limited to parks the zone's own figures, since those are what was published", async () => {
    await makeTenants();
    const { id } = await add([{ metric: "TENANTS", said: "2" }]);
    const limited = await makeViewer("OFFICER", { parkIds: [(await makePark()).id] });
    expect(await figuresOf(id, "2022-11-01", limited)).toMatchObject({
      state: "HOLDS",
      bindings: [{ valueNow: 2 }],
    });
  });

  it("follows a firm that is merged", async () => {
    const { leases } = await makeTenants();
    const stays = await makeFirm();
    const goesId = leases[0]?.firm ?? "";
    const { id } = await add([{ metric: "HEADCOUNT", scope: "FIRM", scopeId: goesId, said: "30" }]);
    const merging = { id: stays.id, version: 1, goesId, goesVersion: 1 };
    await mergeEnterprises(system, mergeEnterprisesSchema.parse(merging));
    expect((await getClaim(system, id))?.bindings).toMatchObject([{ scopeId: stays.id }]);
  });
});
