import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { type CivilDate, fromCivil } from "@/lib/platform/dates/civil";
import { db } from "@/lib/platform/db/client";
import { assertCan } from "../permissions";

/** The rounds to be opened on a day, and those to be closed, the earliest first. */
export async function listDueRounds(viewer: Viewer, today: CivilDate) {
  assertCan(viewer, "return-rounds.read");
  const day = fromCivil(today);
  const select = { id: true, version: true } as const;
  const [opening, closing] = await Promise.all([
    db.returnRound.findMany({
      // What ended before it was ever opened has nobody left to answer it.
      where: { scopedAt: null, closedAt: null, opensOn: { lte: day }, closesOn: { gte: day } },
      orderBy: [{ opensOn: "asc" }, { id: "asc" }],
      select,
    }),
    db.returnRound.findMany({
      where: { scopedAt: { not: null }, closedAt: null, closesOn: { lt: day } },
      orderBy: [{ closesOn: "asc" }, { id: "asc" }],
      select,
    }),
  ]);
  return { opening, closing };
}
