import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { closeDb, db, pool } from "./client";

beforeEach(closeDb);
afterEach(async () => {
  vi.useRealTimers();
  await closeDb();
});

it("keeps a connection while a person reads a page, and not for a whole pause", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  await db.$queryRaw`SELECT 1`;
  vi.advanceTimersByTime(4 * 60_000);
  expect(pool().totalCount).toBe(1);
  vi.advanceTimersByTime(2 * 60_000);
  expect(pool().totalCount).toBe(0);
});

it("tells moments without their zone, and calls no helping processes, whatever the server is set to", async () => {
  const { rows } = await pool().query(
    "SELECT current_setting('TimeZone') AS zone, current_setting('max_parallel_workers_per_gather') AS helpers",
  );
  expect(rows).toEqual([{ zone: "UTC", helpers: "0" }]);
});
