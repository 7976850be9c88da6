import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { type CivilDate, fromCivil, toCivil } from "@/lib/platform/dates/civil";
import { todayInZone } from "@/lib/platform/dates/today";
import { db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { inOrder } from "@/lib/platform/paging/in-order";
import { assertCan } from "../permissions";
import { readAsked, returnSelect, toReturn } from "./dto";
import { carryForward } from "./queries";
import { listBefore } from "./queries-before";
import { returnScope } from "./scope";

/** Of a round, the returns that may still be answered on a day. */
function awaited(viewer: Viewer, roundId: string, today: CivilDate): Prisma.ReturnWhereInput {
  const day = fromCivil(today);
  const open = { scopedAt: { not: null }, closedAt: null, opensOn: { lte: day }, closesOn: { gte: day } };
  return {
    AND: [
      returnScope(viewer),
      { roundId, state: { in: ["NOT_STARTED", "DRAFT", "RETURNED", "ESTIMATED"] } },
      { OR: [{ round: open }, { openUntil: { gte: day } }] },
    ],
  };
}

/** How many returns of a round within reach may still be answered. */
export async function countAwaited(viewer: Viewer, roundId: string, today: CivilDate = todayInZone()) {
  assertCan(viewer, "returns.read");
  return db.return.count({ where: awaited(viewer, roundId, today) });
}

/** Their ids, by park and firm, as a pile of papers would lie. */
export async function listAwaitedIds(viewer: Viewer, roundId: string, today: CivilDate = todayInZone()) {
  assertCan(viewer, "returns.read");
  const rows = await db.return.findMany({
    where: awaited(viewer, roundId, today),
    orderBy: [{ park: { code: "asc" } }, { enterprise: { sortZh: "asc" } }, { id: "asc" }],
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** Returns of one round, each as its workbook shows it: with what the firm said before. In the order of the ids. */
export async function listFillable(viewer: Viewer, ids: string[]) {
  assertCan(viewer, "returns.read");
  const rows = await db.return.findMany({
    where: { AND: [returnScope(viewer), { id: { in: ids } }] },
    select: returnSelect,
  });
  const [first] = rows;
  if (!first) return [];
  const { id: formId, months } = first.round.formVersion.form;
  const asked = { formId, months, referenceOn: toCivil(first.round.referenceOn) };
  const firms = rows.map((row) => ({ enterpriseId: row.enterpriseId, definition: readAsked(row) }));
  const before = await listBefore(db, firms, asked);
  return inOrder(ids, rows).map((row) => {
    const found = toReturn(row);
    const { last, yearAgo } = before.get(row.enterpriseId) ?? { last: null, yearAgo: null };
    const answers = row.state === "NOT_STARTED" ? carryForward(found.definition, last) : found.answers;
    return { ...found, answers, last, yearAgo };
  });
}
