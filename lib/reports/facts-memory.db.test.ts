import fc from "fast-check";
import pg from "pg";
import { beforeEach, describe, expect, it } from "vitest";
import { mintViewer, systemViewer } from "@/lib/platform/auth/viewer";
import { remembered } from "@/lib/reports/facts-memory";
import { LETTING_TABLES } from "@/lib/reports/occupancy/facts-sql";
import { getOccupancyTree } from "@/lib/reports/occupancy/facts-tree";
import { idOf, insertLegalWorld, openTestChangeSet } from "@/lib/reports/occupancy/test-database";
import { anyDay, anyFacts, d, line, unit } from "@/lib/reports/occupancy/test-facts";
import { recallOccupancyTree } from "@/lib/reports/recall";
import { ownerClient, resetDatabase } from "@/lib/testing/database";
import { unique } from "@/lib/testing/factories";

const viewer = systemViewer("test");
const on = d("2022-11-01");

/** 60 of 100 m² let, and history of it. */
beforeEach(async () => {
  await resetDatabase();
  const world = { units: [unit("u", "100")], lines: [line("1", "u", "60")], presences: [] };
  await insertLegalWorld(await ownerClient(), world);
});

async function write(sql: string): Promise<void> {
  const client = await ownerClient();
  await client.query("BEGIN");
  await openTestChangeSet(client);
  await client.query(sql);
  await client.query("COMMIT");
}

/** A report that counts how often it is computed. */
function counting() {
  let count = 0;
  return remembered(`counted ${Math.random()}`, ["lease_lines", "units"], async () => {
    count += 1;
    return count;
  });
}

describe("a remembered report", () => {
  it("is computed once, and again after a write to what it reads", async () => {
    const report = counting();
    expect([await report(viewer), await report(viewer)]).toEqual([1, 1]);
    await write("UPDATE lease_lines SET area = 90");
    expect([await report(viewer), await report(viewer)]).toEqual([2, 2]);
  });

  it("is kept among many others where it was asked for again, and not where it was not", async () => {
    let count = 0;
    const report = remembered(`many ${Math.random()}`, ["units"], async (_viewer, _day: number) => ++count);
    await report(viewer, 0);
    await report(viewer, 1);
    await report(viewer, 1);
    for (let day = 2; day < 20; day += 1) await report(viewer, day);
    expect(count).toBe(20);
    // Eighteen more came after both: the one that was asked for twice is still known, and so are the last sixteen.
    for (const day of [1, 19, 4]) await report(viewer, day);
    expect(count).toBe(20);
    await report(viewer, 0);
    expect(count).toBe(21);
  });

  it("is not computed again for a write to something else", async () => {
    const report = counting();
    await report(viewer);
    await write(`UPDATE parks SET operator = 'Another'`);
    expect([await report(viewer), await report(viewer)]).toEqual([1, 1]);
  });

  it("sees a write that was open while it was computed, as soon as that is committed", async () => {
    const client = await ownerClient();
    await client.query("BEGIN");
    await openTestChangeSet(client);
    await client.query("UPDATE lease_lines SET area = 90");
    // Others write and commit between: their transactions are later than the open one.
    expect((await recallOccupancyTree(viewer, on)).total.occupiedArea).toBe("60.00");
    expect((await recallOccupancyTree(viewer, on)).total.occupiedArea).toBe("60.00");
    await client.query("COMMIT");
    expect((await recallOccupancyTree(viewer, on)).total.occupiedArea).toBe("90.00");
    expect(await recallOccupancyTree(viewer, on)).toEqual(await getOccupancyTree(viewer, on));
  });

  it("is what a recount gives, whatever two writers do between", async () => {
    const [one, two] = [await ownerClient(), new pg.Client({ connectionString: process.env.DATABASE_URL })];
    await two.connect();
    // Two transactions of each writer: begin and write, then commit, in any order with the other's.
    const anyOrder = fc.shuffledSubarray([one, one, one, one, two, two, two, two], { minLength: 8 });
    const ends = fc.array(anyDay, { minLength: 4, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(anyFacts, anyOrder, ends, anyDay, async (facts, order, days, day) => {
        const left = [...days];
        // A memory of its own: emptying the database is no write, and the world before it may have had this day.
        const recall = remembered(unique("tree "), LETTING_TABLES, getOccupancyTree);
        await resetDatabase();
        await insertLegalWorld(one, { ...facts, presences: [] });
        await recall(viewer, day);
        const open = new Set<pg.Client>();
        for (const client of order) {
          if (open.delete(client)) {
            await client.query("COMMIT");
          } else {
            open.add(client);
            await client.query("BEGIN");
            await openTestChangeSet(client);
            if (client === one) {
              await client.query("UPDATE leases SET terminated_on = $1 WHERE moved_out_on IS NULL", [
                left.pop(),
              ]);
            } else {
              await client.query(`INSERT INTO presences (id, enterprise_id, park_id, kind, from_on, to_on)
                SELECT gen_random_uuid(), e.id, p.id, 'PRESENT', '${days[0]}', '${days[0]}' FROM enterprises e, parks p
                WHERE NOT EXISTS (SELECT FROM presences x WHERE x.enterprise_id = e.id AND x.park_id = p.id)`);
            }
          }
          expect(await recall(viewer, day)).toEqual(await getOccupancyTree(viewer, day));
        }
      }),
      { numRuns: 30 },
    );
    await two.end();
  });

  it("is not kept when it fails", async () => {
    let asked = 0;
    const report = remembered("fails once", ["units"], async () => {
      asked += 1;
      if (asked === 1) throw new Error("no");
      return asked;
    });
    await expect(report(viewer)).rejects.toThrow("no");
    expect(await report(viewer)).toBe(2);
  });

  it("is another for a reader of other parks, and for other questions", async () => {
    const elsewhere = mintViewer({ ...viewer, parkIds: [idOf("elsewhere")] });
    expect((await recallOccupancyTree(viewer, on)).total.lettableArea).toBe("100.00");
    expect((await recallOccupancyTree(elsewhere, on)).total.lettableArea).toBe("0.00");
    expect((await recallOccupancyTree(viewer, d("2025-01-01"))).total.occupiedArea).toBe("0.00");
  });

  it("is refused to a firm's own user, however often it was computed for others", async () => {
    await recallOccupancyTree(viewer, on);
    const firm = mintViewer({ ...viewer, role: "ENTERPRISE", parkIds: [], enterpriseIds: [idOf("firm")] });
    await expect(recallOccupancyTree(firm, on)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});
