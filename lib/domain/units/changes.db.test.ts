import { beforeEach, describe, expect, it } from "vitest";
import { addDays, toCivil } from "@/lib/platform/dates/civil";
import { db } from "@/lib/platform/db/client";
import type { AppError } from "@/lib/platform/errors/app-error";
import { listRentRoll } from "@/lib/reports/occupancy/facts-rows";
import { getOccupancyTree } from "@/lib/reports/occupancy/facts-tree";
import { ownerClient, resetDatabase } from "@/lib/testing/database";
import { leaseInput, makeFirm, makePark, makeUnit, makeViewer, system } from "@/lib/testing/factories";
import { listEnterprises } from "../enterprises/queries-list";
import { enterpriseListSchema } from "../enterprises/schema";
import { getLease } from "../leases/queries";
import { createLease } from "../leases/service";
import { getUnit } from "./queries";
import { listSuccessions } from "./queries-changes";
import {
  changeUnitAvailabilitySchema,
  mergeUnitsSchema,
  remeasureUnitSchema,
  splitUnitSchema,
} from "./schema";
import { changeUnitAvailability, mergeUnits, remeasureUnit, splitUnit } from "./service-changes";

beforeEach(resetDatabase);

const newYear = toCivil("2023-01-01");
const eve = addDays(newYear, -1);

const failure = (write: Promise<unknown>): Promise<AppError> =>
  write.then(
    () => {
      throw new Error("it was not refused");
    },
    (error) => error,
  );

/** A unit of an area in a park of its own, let whole in 2022 to 2025 to a firm. */
async function makeLet(area = "2000", unit: Parameters<typeof makeUnit>[1] = {}, lease: object = {}) {
  const park = await makePark();
  const { id: unitId, code } = await makeUnit(park, { area, ...unit });
  const firm = await makeFirm();
  const input = leaseInput({
    enterpriseId: firm.id,
    units: [unitId],
    endsOn: "2025-12-31",
    signedOn: "2021-12-01",
    ...lease,
  });
  const { id: leaseId } = await createLease(system, input);
  return { park, unitId, code, leaseId, leaseNo: input.leaseNo };
}

type Part = { code: string; area: string; leaseIds?: string[] };
const split = (id: string, parts: Part[], more: object = {}) =>
  splitUnit(system, splitUnitSchema.parse({ id, version: 1, on: newYear, parts, ...more }));

/** All that the reports say of the zone on a day: every figure, and every row of the rent roll. */
async function readDay(on: string) {
  const day = toCivil(on);
  const { total } = await getOccupancyTree(system, day);
  const { rows } = await listRentRoll(system, day, { limit: 100 });
  return { total, rows };
}

describe("a let unit of 2,000 m² is split on 1 January into 1,200 + 800", () => {
  it("leaves every earlier day as it was, and the lease goes on in the part named", async () => {
    const { unitId, code, leaseId } = await makeLet();
    const days = ["2021-12-15", "2022-06-30", eve];
    const before = await Promise.all(days.map(readDay));
    const { ids, changeSetId } = await split(unitId, [
      { code: `${code}A`, area: "1200", leaseIds: [leaseId] },
      { code: `${code}B`, area: "800" },
    ]);

    expect(await Promise.all(days.map(readDay))).toEqual(before);
    // Lettable 1,200 + 800 = 2,000; occupied 1,200; vacant 800.
    expect((await readDay(newYear)).total).toMatchObject({
      lettableArea: "2000.00",
      occupiedArea: "1200.00",
      vacantArea: "800.00",
      units: 2,
    });
    expect((await getLease(system, leaseId, eve))?.area).toBe("2000.00");
    const after = await getLease(system, leaseId, newYear);
    expect(after).toMatchObject({ area: "1200.00", version: 2 });
    expect(after?.lines.map((line) => [line.unitId, line.area, line.lineFrom])).toEqual([
      [unitId, "2000.00", null],
      [ids[0], "1200.00", newYear],
    ]);
    expect((await getUnit(system, unitId))?.tenants).toMatchObject([{ leaseId, to: eve }]);
    const firms = await listEnterprises(system, enterpriseListSchema.parse({}), newYear);
    expect(firms.rows.map(({ area }) => area)).toEqual(["1200.00"]);
    expect(await db.changeSet.findUnique({ where: { id: changeSetId } })).toMatchObject({
      verb: "units.split",
    });
    expect((await listSuccessions(system, unitId)).map(({ side, change, id }) => [side, change, id])).toEqual(
      [
        ["after", "SPLIT", ids[0]],
        ["after", "SPLIT", ids[1]],
      ],
    );
  });

  it("keeps the whole area let where the lease goes on in both parts", async () => {
    const { unitId, leaseId } = await makeLet();
    await split(unitId, [
      { code: "A", area: "1200", leaseIds: [leaseId] },
      { code: "B", area: "800", leaseIds: [leaseId] },
    ]);
    expect((await readDay(newYear)).total).toMatchObject({ occupiedArea: "2000.00", unitsFullyLet: 2 });
    expect((await getLease(system, leaseId, newYear))?.area).toBe("2000.00");
  });

  it("counts a lease that is signed and not begun in the old unit before, in the new one after", async () => {
    const { unitId, leaseId } = await makeLet("2000", {}, { signedOn: "2022-11-01", startsOn: "2023-03-01" });
    const before = await readDay(eve);
    expect(before.total.committedArea).toBe("2000.00");
    await split(unitId, [
      { code: "A", area: "1200", leaseIds: [leaseId] },
      { code: "B", area: "800" },
    ]);
    expect(await readDay(eve)).toEqual(before);
    expect((await readDay(newYear)).total).toMatchObject({ occupiedArea: "0.00", committedArea: "1200.00" });
    expect((await readDay("2023-03-01")).total.occupiedArea).toBe("1200.00");
  });

  it("moves a lease and the sublease inside it together", async () => {
    const { unitId, leaseId } = await makeLet();
    const guest = await makeFirm();
    const sublease = leaseInput({
      enterpriseId: guest.id,
      units: [{ unitId, area: "500" }],
      endsOn: "2025-06-30",
      subleaseOfId: leaseId,
    });
    const { id: subleaseId } = await createLease(system, sublease);
    const before = await readDay(eve);
    const leaseIds = [leaseId, subleaseId];
    await split(unitId, [
      { code: "A", area: "1200", leaseIds },
      { code: "B", area: "800" },
    ]);
    expect(await readDay(eve)).toEqual(before);
    expect((await readDay(newYear)).total).toMatchObject({ occupiedArea: "1200.00", tenants: 2 });
  });
});

describe("a split is refused", () => {
  it("where the parts do not add up and no reason is given", async () => {
    const { unitId, leaseId } = await makeLet();
    const parts = [
      { code: "A", area: "1200", leaseIds: [leaseId] },
      { code: "B", area: "790" },
    ];
    const error = await failure(split(unitId, parts));
    expect(error.fieldErrors).toEqual({ reason: "units.errors.unbalanced?before=2000.00&after=1990.00" });
    expect(await db.unit.count()).toBe(1);
    const { ids } = await split(unitId, parts, { reason: "Measured with a laser" });
    expect(await db.unit.findMany({ where: { id: { in: ids } } })).toMatchObject([
      { remeasureNote: "Measured with a laser" },
      { remeasureNote: "Measured with a laser" },
    ]);
  });

  it("where no part is named for a lease that runs on, or that follows", async () => {
    const { unitId, leaseId, leaseNo } = await makeLet();
    const error = await failure(
      split(unitId, [
        { code: "A", area: "1200" },
        { code: "B", area: "800" },
      ]),
    );
    expect(error.fieldErrors).toEqual({
      [`parts.0.leaseIds.${leaseId}`]: `units.errors.unnamed?lease=${leaseNo}`,
    });
  });

  it("on the day the unit begins or before, and once it has ended", async () => {
    const park = await makePark();
    const { id } = await makeUnit(park, { area: "100", validFrom: newYear });
    const parts = [
      { code: "A", area: "50" },
      { code: "B", area: "50" },
    ];
    const early = await failure(split(id, parts));
    expect(early.fieldErrors).toEqual({ on: "units.errors.beforeUnit?from=2023-01-01" });
    await split(id, parts, { on: "2023-06-01" });
    const again = await failure(
      split(
        id,
        [
          { code: "C", area: "50" },
          { code: "D", area: "50" },
        ],
        { on: "2024-01-01" },
      ),
    );
    expect(again.fieldErrors).toEqual({ on: "units.errors.alreadyEnds?on=2023-06-01" });
  });

  it("where a code is taken, beside that part; the unit's own code is free", async () => {
    const { park, unitId, code, leaseId } = await makeLet();
    await makeUnit(park, { code: "TAKEN" });
    const parts = (second: string) => [
      { code, area: "1200", leaseIds: [leaseId] },
      { code: second, area: "800" },
    ];
    const error = await failure(split(unitId, parts("TAKEN")));
    expect(error.fieldErrors).toEqual({ "parts.1.code": "units.errors.codeTaken" });
    await expect(split(unitId, parts("B"))).resolves.toBeTruthy();
  });

  it("where more would be let of a shared part than it has; a lease alone gives way to its part", async () => {
    const { unitId, leaseId, park } = await makeLet("100", { shared: true }, {});
    const parts = (area: string) => [
      { code: "A", area, leaseIds: [leaseId] },
      { code: "B", area: `${100 - Number(area)}`, leaseIds: [] },
    ];
    // The lease held all 100 m² and goes on in 30 of them; a second one of 20 no longer fits beside it.
    await expect(split(unitId, parts("30"))).resolves.toBeTruthy();
    expect((await readDay(newYear)).total.occupiedArea).toBe("30.00");
    const desks = await makeUnit(park, { area: "100", shared: true });
    const leases = await Promise.all(
      ["60", "40"].map(async (area) => {
        const units = [{ unitId: desks.id, area }];
        return createLease(
          system,
          leaseInput({ enterpriseId: (await makeFirm()).id, units, endsOn: "2025-12-31" }),
        );
      }),
    );
    const leaseIds = leases.map(({ id }) => id);
    const error = await failure(
      split(desks.id, [
        { code: "C", area: "70", leaseIds },
        { code: "D", area: "30" },
      ]),
    );
    expect(error.message).toBe("units.errors.noLongerFits");
  });

  it("for roles that only read, a foreign unit and a stale editor", async () => {
    const { unitId, leaseId } = await makeLet();
    const parts = [
      { code: "A", area: "1200", leaseIds: [leaseId] },
      { code: "B", area: "800" },
    ];
    const input = splitUnitSchema.parse({ id: unitId, version: 1, on: newYear, parts });
    const elsewhere = await makePark();
    const manager = await makeViewer("MANAGER");
    const stranger = await makeViewer("OFFICER", { parkIds: [elsewhere.id] });
    expect((await failure(splitUnit(manager, input))).code).toBe("FORBIDDEN");
    expect((await failure(splitUnit(stranger, input))).code).toBe("NOT_FOUND");
    expect((await failure(splitUnit(system, { ...input, version: 0 }))).code).toMatch(/STALE|CONFLICT/);
  });
});

describe("other changes on a day", () => {
  it("merges two units; a lease of both has one line, and earlier days stay", async () => {
    const park = await makePark();
    const [first, second] = [
      await makeUnit(park, { area: "1200", code: "1" }),
      await makeUnit(park, { area: "800", code: "2" }),
    ];
    const { id: leaseId } = await createLease(
      system,
      leaseInput({ enterpriseId: (await makeFirm()).id, units: [first.id, second.id], endsOn: "2025-12-31" }),
    );
    const before = await readDay(eve);
    const input = { id: first.id, version: 1, on: newYear, unitIds: [second.id], code: "1", area: "" };
    const { id } = await mergeUnits(system, mergeUnitsSchema.parse(input));
    expect(await readDay(eve)).toEqual(before);
    expect((await readDay(newYear)).total).toMatchObject({
      lettableArea: "2000.00",
      occupiedArea: "2000.00",
      units: 1,
    });
    expect((await getLease(system, leaseId, newYear))?.area).toBe("2000.00");
    expect((await listSuccessions(system, id)).map(({ side, code }) => [side, code])).toEqual([
      ["before", "1"],
      ["before", "2"],
    ]);
  });

  it("refuses to merge two units that two firms hold at once", async () => {
    const { park, unitId } = await makeLet("100");
    const other = await makeUnit(park, { area: "100" });
    const lease = leaseInput({
      enterpriseId: (await makeFirm()).id,
      units: [other.id],
      endsOn: "2025-12-31",
    });
    await createLease(system, lease);
    const input = { id: unitId, version: 1, on: newYear, unitIds: { [other.id]: true }, code: "M" };
    const error = await failure(mergeUnits(system, mergeUnitsSchema.parse(input)));
    expect(error.message).toBe("units.errors.twoLeases");
  });

  it("measures 2,000 m² anew as 1,990 with a reason; older days keep 2,000", async () => {
    const { unitId, leaseId } = await makeLet();
    const before = await readDay(eve);
    const input = { id: unitId, version: 1, on: newYear, area: "1990" };
    expect(remeasureUnitSchema.safeParse({ ...input, reason: "" }).success).toBe(false);
    await remeasureUnit(system, remeasureUnitSchema.parse({ ...input, reason: "New survey" }));
    expect(await readDay(eve)).toEqual(before);
    expect(before.total.lettableArea).toBe("2000.00");
    // The contract still says 2,000; what counts is what there is.
    expect((await readDay(newYear)).total).toMatchObject({
      lettableArea: "1990.00",
      occupiedArea: "1990.00",
    });
    expect((await getLease(system, leaseId, newYear))?.area).toBe("2000.00");
  });

  it("refuses a measurement below what is let of a shared unit", async () => {
    const { unitId } = await makeLet("100", { shared: true });
    const input = { id: unitId, version: 1, on: newYear, area: "90", reason: "New survey" };
    const error = await failure(remeasureUnit(system, remeasureUnitSchema.parse(input)));
    expect(error.fieldErrors).toEqual({ area: "units.errors.noLongerFits" });
  });

  it("takes a unit out of the stock from a day on, and older days stay", async () => {
    const { unitId, code } = await makeLet("500", {}, { endsOn: "2022-06-30" });
    const before = await readDay(eve);
    const input = { id: unitId, version: 1, on: newYear, availability: "UNDER_WORKS" };
    const { id } = await changeUnitAvailability(system, changeUnitAvailabilitySchema.parse(input));
    expect(await readDay(eve)).toEqual(before);
    expect((await readDay(newYear)).total.lettableArea).toBe("0.00");
    expect(await db.unit.findUnique({ where: { id } })).toMatchObject({ code, availability: "UNDER_WORKS" });
  });
});

describe("the database holds, from any session,", () => {
  async function write(sql: string) {
    const client = await ownerClient();
    await client.query("BEGIN");
    try {
      await client.query(`WITH header AS (INSERT INTO change_sets (id, verb, via, actor_name)
        VALUES (gen_random_uuid(), 'test', 'SYSTEM', 'test') RETURNING id)
        SELECT set_config('tenantry.change_set', id::text, true) FROM header`);
      await client.query(sql);
      await client.query("COMMIT");
    } catch (error) {
      await client.query("ROLLBACK");
      throw error;
    }
  }

  it("that a unit does not cease under a lease that goes on nowhere", async () => {
    const { unitId } = await makeLet();
    await expect(write(`UPDATE units SET valid_to = '2023-01-01' WHERE id = '${unitId}'`)).rejects.toThrow(
      /lease_lines_unit_exists/,
    );
  });

  it("that a successor begins where the unit ceases, with its area", async () => {
    const { unitId, leaseId } = await makeLet();
    const parts = [
      { code: "A", area: "1200", leaseIds: [leaseId] },
      { code: "B", area: "800" },
    ];
    const { ids } = await split(unitId, parts);
    await expect(write(`UPDATE units SET valid_from = '2022-12-01' WHERE id = '${ids[1]}'`)).rejects.toThrow(
      /unit_successions_joined/,
    );
    const park = await db.unit.findUniqueOrThrow({ where: { id: unitId } });
    await expect(
      write(`INSERT INTO units (id, park_id, building_id, floor_id, code, area, valid_from)
        VALUES ('01890000-0000-7000-8000-000000000001', '${park.parkId}', '${park.buildingId}', '${park.floorId}',
          'C', 5, '2023-01-01');
        INSERT INTO unit_successions (id, change, from_unit_id, to_unit_id)
        VALUES (gen_random_uuid(), 'SPLIT', '${unitId}', '01890000-0000-7000-8000-000000000001')`),
    ).rejects.toThrow(/unit_successions_balanced/);
  });
});
