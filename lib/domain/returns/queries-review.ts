import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { db } from "@/lib/platform/db/client";
import { assertCan } from "../permissions";
import { returnRowSelect, toReturnRow } from "./dto";
import { returnScope } from "./scope";

/** Answers that wait for the office, those that came first before all others, and how many there are. */
export async function listReturnsToReview(viewer: Viewer, limit: number) {
  assertCan(viewer, "returns.read");
  const where = { AND: [returnScope(viewer), { state: "SUBMITTED" as const }] };
  const [rows, total] = await Promise.all([
    db.return.findMany({
      where,
      orderBy: [{ submittedAt: "asc" }, { id: "asc" }],
      take: limit,
      select: returnRowSelect,
    }),
    db.return.count({ where }),
  ]);
  return { total, rows: rows.map(toReturnRow) };
}
