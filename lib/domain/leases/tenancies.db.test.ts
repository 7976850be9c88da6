import { beforeEach, describe, expect, it } from "vitest";
import { fromCivil } from "@/lib/platform/dates/civil";
import { todayInZone } from "@/lib/platform/dates/today";
import { db } from "@/lib/platform/db/client";
import type { AppError } from "@/lib/platform/errors/app-error";
import { resetDatabase } from "@/lib/testing/database";
import { leaseInput, makeFirm, makePark, makeUnit, makeViewer, system } from "@/lib/testing/factories";
import { undoChangeSet } from "../change-sets/service";
import { completeUscc } from "../enterprises/rules";
import { listFreeUnits } from "../units/queries-free";
import { freeUnitSchema } from "../units/schema";
import { logTenancySchema } from "./schema";
import { createLease } from "./service";
import { logTenancy } from "./service-tenancy";

beforeEach(resetDatabase);

const code = completeUscc("91440112MA9010001");
const dates = { startsOn: "2022-01-01", endsOn: "2024-12-31" };
const asTyped = (given: Record<string, unknown>) => ({ enterpriseId: "new", firm: {}, ...dates, ...given });
const input = (given: Record<string, unknown>) => logTenancySchema.parse(asTyped(given));
const problems = (given: Record<string, unknown>) =>
  Object.fromEntries(
    (logTenancySchema.safeParse(asTyped(given)).error?.issues ?? []).map(({ path, message }) => [
      path.join("."),
      message,
    ]),
  );
const failure = (write: Promise<unknown>): Promise<AppError> =>
  write.then(
    () => {
      throw new Error("it was not refused");
    },
    (error) => error,
  );

async function place() {
  const park = await makePark();
  return { park, unit: await makeUnit(park, { area: "120.50" }) };
}

describe("logging a tenant", () => {
  it("writes the firm, its lease and its people under one change set, which is undone in one go", async () => {
    const { unit, park } = await place();
    const firm = { nameZh: "广州安岭生物科技有限公司", identifier: code };
    const lines = [{ unitId: unit.id }];
    const done = await logTenancy(system, input({ firm, lines, movedIn: true, headcount: "1,200" }));
    expect(done.leaseNo).toBe("L-2022-0001");
    const lease = await db.lease.findUniqueOrThrow({ where: { id: done.id }, include: { lines: true } });
    expect(lease).toMatchObject({ movedInOn: lease.startsOn, signedOn: lease.startsOn });
    expect(lease.lines.map((line) => line.area.toFixed(2))).toEqual(["120.50"]);
    const enterprise = await db.enterprise.findUniqueOrThrow({
      where: { id: done.enterpriseId },
      include: { identifiers: true, headcounts: true },
    });
    expect(enterprise).toMatchObject({ country: "CN", identifiers: [{ value: code, type: "USCC" }] });
    expect(enterprise.headcounts).toMatchObject([{ total: 1200, parkId: park.id, on: lease.startsOn }]);
    const changes = await db.change.findMany({ where: { changeSetId: done.changeSetId } });
    expect([...new Set(changes.map((change) => change.tableName))].sort()).toEqual([
      "enterprise_identifiers",
      "enterprises",
      "headcounts",
      "lease_lines",
      "leases",
    ]);
    await expect(undoChangeSet(system, { id: done.changeSetId })).resolves.toMatchObject({ kept: 0 });
    expect(await db.lease.count()).toBe(0);
    expect(await db.headcount.count()).toBe(0);
    expect(await db.enterprise.count({ where: { id: done.enterpriseId } })).toBe(0);
  });

  it("says of a first day to come that it is signed today, and that nobody has moved in", async () => {
    const { unit } = await place();
    const later = { startsOn: "2099-01-01", endsOn: "2099-12-31", movedIn: true };
    const done = await logTenancy(
      system,
      input({ firm: { nameEn: "Aspen Labs" }, lines: [{ unitId: unit.id }], ...later }),
    );
    const lease = await db.lease.findUniqueOrThrow({ where: { id: done.id } });
    expect(lease).toMatchObject({ movedInOn: null, signedOn: fromCivil(todayInZone()) });
  });

  it("gives each of two officers a number of their own", async () => {
    const { park, unit } = await place();
    const second = await makeUnit(park);
    const log = (unitId: string, nameEn: string) =>
      logTenancy(system, input({ firm: { nameEn }, lines: [{ unitId }] }));
    const both = await Promise.all([log(unit.id, "Alder Optics"), log(second.id, "Birch Robotics")]);
    expect(both.map(({ leaseNo }) => leaseNo).sort()).toEqual(["L-2022-0001", "L-2022-0002"]);
  });

  it("answers a unit or a firm out of reach as one that does not exist, and writes nothing", async () => {
    const [mine, other] = [await place(), await place()];
    const away = await makeFirm();
    await createLease(system, leaseInput({ enterpriseId: away.id, units: [other.unit.id] }));
    const officer = await makeViewer("OFFICER", { parkIds: [mine.park.id] });
    const next = await makeUnit(other.park);
    const before = await db.enterprise.count();
    const foreign = input({ firm: { nameEn: "Cedar Foods" }, lines: [{ unitId: next.id }] });
    expect((await failure(logTenancy(officer, foreign))).code).toBe("NOT_FOUND");
    const unseen = input({ enterpriseId: away.id, lines: [{ unitId: mine.unit.id }] });
    expect((await failure(logTenancy(officer, unseen))).code).toBe("NOT_FOUND");
    expect(await db.enterprise.count()).toBe(before);
  });

  it("asks before a firm of the same name, and takes the officer's word that it is another", async () => {
    const { park, unit } = await place();
    const second = await makeUnit(park);
    const firm = { nameZh: "廣州安嶺生物科技有限公司" };
    const first = await logTenancy(system, input({ firm, lines: [{ unitId: unit.id }] }));
    // Simplified, another legal form, full-width brackets: the same key.
    const again = {
      firm: { nameZh: "广州安岭生物科技（中国）股份有限公司" },
      lines: [{ unitId: second.id }],
    };
    const refused = await failure(logTenancy(system, input(again)));
    expect(refused).toMatchObject({ code: "CONFLICT", message: "leases.errors.firmOnRecord" });
    expect(Object.keys(refused.fieldErrors ?? {})).toEqual(["firm.nameZh"]);
    expect(await db.lease.count()).toBe(1);
    const confirmed = input({ ...again, otherThan: [first.enterpriseId] });
    await expect(logTenancy(system, confirmed)).resolves.toMatchObject({ leaseNo: "L-2022-0002" });
  });

  it("never makes a second firm of one identifier, whatever the officer says", async () => {
    const { park, unit } = await place();
    const second = await makeUnit(park);
    const firm = { nameEn: "Dogwood Pharma", identifier: code };
    const first = await logTenancy(system, input({ firm, lines: [{ unitId: unit.id }] }));
    const again = input({
      firm: { nameEn: "Elm Chemicals", identifier: code },
      otherThan: [first.enterpriseId],
      lines: [{ unitId: second.id }],
    });
    const refused = await failure(logTenancy(system, again));
    expect(refused.fieldErrors?.["firm.identifier"]).toMatch(
      /^enterprises\.errors\.identifierOf\?name=Dogwood/,
    );
  });

  it("names the other lease where the unit was taken meanwhile, at its line", async () => {
    const { unit } = await place();
    const holder = await makeFirm();
    const taken = leaseInput({ enterpriseId: holder.id, units: [unit.id] });
    await createLease(system, taken);
    const late = input({ firm: { nameEn: "Fir Textiles" }, lines: [{ unitId: unit.id }] });
    const refused = await failure(logTenancy(system, late));
    const words = new URLSearchParams(refused.fieldErrors?.["lines.0.unitId"]?.split("?")[1]);
    expect(words.get("lease")).toBe(taken.leaseNo);
    expect(words.get("tenant")).toBe(holder.nameEn);
    expect(await db.enterprise.count({ where: { nameEn: "Fir Textiles" } })).toBe(0);
  });

  it("says at its field what is missing or wrong", async () => {
    const lines = [{ unitId: "00000000-0000-7000-8000-000000000000" }];
    expect(problems({ lines })).toEqual({ "firm.nameZh": "errors.oneNameNeeded" });
    const wrong = `${code.slice(0, 17)}${code.endsWith("0") ? "1" : "0"}`;
    expect(
      problems({
        firm: { nameEn: "Grove", identifier: wrong },
        endsOn: "2021-12-31",
        headcountOn: "2022-01-01",
        lines,
      }),
    ).toEqual({
      "firm.identifier": "enterprises.errors.uscc",
      endsOn: "leases.errors.endsBeforeStart",
      headcount: "leases.errors.headcountNeeded",
    });
    expect(problems({ firm: { nameEn: "Grove" }, headcount: "some", lines: [] })).toEqual({
      headcount: "errors.number",
      lines: "leases.errors.unitNeeded",
    });
  });
});

describe("units free on the days of a letting", () => {
  const free = (viewer = system, given: Record<string, unknown> = {}) =>
    listFreeUnits(viewer, freeUnitSchema.parse({ query: "", parkId: "", ...dates, ...given }));

  it("are exclusive ones that nobody holds on any of them", async () => {
    const { park, unit } = await place();
    const held = await makeUnit(park);
    const firm = await makeFirm();
    await createLease(system, leaseInput({ enterpriseId: firm.id, units: [held.id] }));
    expect((await free()).map(({ id }) => id)).toEqual([unit.id]);
    // The lease ends on 2022-12-31: the day after is free, the day itself is not.
    const query = held.code;
    expect(await free(system, { startsOn: "2023-01-01", query })).toHaveLength(1);
    expect(await free(system, { startsOn: "2022-12-31", query })).toHaveLength(0);
    expect(await free(system, { startsOn: "2021-01-01", endsOn: "2022-01-01", query })).toHaveLength(0);
  });

  it("are shared ones with area left on the fullest day", async () => {
    const park = await makePark();
    const desks = await makeUnit(park, { area: "100", shared: true });
    const let_ = async (area: string, terms: Record<string, unknown>) =>
      createLease(
        system,
        leaseInput({ enterpriseId: (await makeFirm()).id, units: [{ unitId: desks.id, area }], ...terms }),
      );
    await let_("30", {});
    await let_("45.5", { startsOn: "2022-06-01", endsOn: "2022-06-30" });
    // 100 − (30 + 45.5) = 24.5 in June; 100 − 30 = 70 from July on.
    expect(await free()).toMatchObject([{ id: desks.id, free: "24.50", area: "100.00" }]);
    expect(await free(system, { startsOn: "2022-07-01" })).toMatchObject([{ free: "70.00" }]);
    await let_("24.5", { startsOn: "2022-06-15", endsOn: "2022-06-15" });
    expect(await free()).toEqual([]);
  });

  it("are those of the viewer's parks, and of the park asked for", async () => {
    const [mine, other] = [await place(), await place()];
    const officer = await makeViewer("OFFICER", { parkIds: [mine.park.id] });
    expect((await free(officer)).map(({ id }) => id)).toEqual([mine.unit.id]);
    expect(await free(officer, { parkId: other.park.id })).toEqual([]);
    expect((await free(system, { parkId: other.park.id })).map(({ id }) => id)).toEqual([other.unit.id]);
    const manager = await makeViewer("MANAGER");
    expect((await failure(free(manager))).code).toBe("FORBIDDEN");
  });
});
