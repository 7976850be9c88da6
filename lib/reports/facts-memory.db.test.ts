import { beforeEach, describe, expect, it } from "vitest";
import { mintViewer, systemViewer } from "@/lib/platform/auth/viewer";
import { remembered } from "@/lib/reports/facts-memory";
import { getOccupancyTree } from "@/lib/reports/occupancy/facts-tree";
import { idOf, insertLegalWorld, openTestChangeSet } from "@/lib/reports/occupancy/test-database";
import { d, line, unit } from "@/lib/reports/occupancy/test-facts";
import { recallOccupancyTree } from "@/lib/reports/recall";
import { ownerClient, resetDatabase } from "@/lib/testing/database";

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

  it("is shared by readers at once, and not kept when it fails", async () => {
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
