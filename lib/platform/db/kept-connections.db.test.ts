import { afterEach, expect, it, vi } from "vitest";
import { closeDb, db, pool } from "./client";

afterEach(async () => {
  vi.useRealTimers();
  await closeDb();
});

it("keeps a connection while a person reads a page, and not for a whole pause", async () => {
  await closeDb();
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  await db.$queryRaw`SELECT 1`;
  vi.advanceTimersByTime(4 * 60_000);
  expect(pool().totalCount).toBe(1);
  vi.advanceTimersByTime(2 * 60_000);
  expect(pool().totalCount).toBe(0);
});
