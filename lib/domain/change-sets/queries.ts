import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { type Db, db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { offsetOf } from "@/lib/platform/paging/list-params";
import { assertCan, can, permissions, type Verb } from "../permissions";
import { isUndoable, type Undoable } from "./rules";
import type { ChangeSetListParams } from "./schema";

const select = {
  id: true,
  at: true,
  verb: true,
  via: true,
  reason: true,
  actorId: true,
  actorName: true,
} as const;

/**
 * Whether the viewer may undo it: what they may do, they may undo; their own, or anybody's where every park is
 * theirs to see to.
 */
export function mayUndo(viewer: Viewer, changeSet: Undoable): boolean {
  if (!can(viewer, "change-sets.undo") || !isUndoable(changeSet)) return false;
  const verb = changeSet.verb as Verb;
  if (!(verb in permissions) || !can(viewer, verb)) return false;
  const everywhere = viewer.role !== "MANAGER" && viewer.parkIds === null;
  return everywhere || (viewer.userId !== null && changeSet.actorId === viewer.userId);
}

/** Of some change sets, those that the viewer may undo. One query. */
export async function listUndoable(viewer: Viewer, ids: string[]): Promise<Set<string>> {
  if (ids.length === 0 || !can(viewer, "change-sets.undo")) return new Set();
  const rows = await db.changeSet.findMany({
    where: { id: { in: ids } },
    select: { ...select, undoneBy: { select: { id: true } } },
  });
  return new Set(
    rows.filter((row) => mayUndo(viewer, { ...row, undone: row.undoneBy !== null })).map(({ id }) => id),
  );
}

/** One change set with whether it was undone, or null. */
export async function findChangeSet(on: Db, id: string) {
  const row = await on.changeSet.findUnique({
    where: { id },
    select: { ...select, undoneBy: { select: { id: true } } },
  });
  return row && { ...row, undone: row.undoneBy !== null };
}

/**
 * What was written lately, newest first, with how many records each touched and whether it may be undone. Those
 * limited to parks see their own; accounts are the administrator's.
 */
export async function listChangeSets(viewer: Viewer, params: ChangeSetListParams) {
  assertCan(viewer, "change-sets.read");
  const where: Prisma.ChangeSetWhereInput = {
    ...(viewer.parkIds === null ? {} : { actorId: viewer.userId }),
    ...(params.by ? { actorName: { contains: params.by, mode: "insensitive" } } : {}),
    ...(viewer.role === "ADMIN"
      ? {}
      : { NOT: [{ verb: { startsWith: "users." } }, { verb: { startsWith: "tokens." } }] }),
  };
  const [rows, total] = await Promise.all([
    db.changeSet.findMany({
      where,
      orderBy: [{ at: params.sort.descending ? "desc" : "asc" }, { id: "asc" }],
      skip: offsetOf(params),
      take: params.pageSize,
      select: { ...select, undoneBy: { select: { id: true } } },
    }),
    db.changeSet.count({ where }),
  ]);
  const counts = await db.$queryRaw<{ id: string; records: number }[]>`
    SELECT change_set_id::text AS id, count(DISTINCT change_record(table_name, root_id, row_id))::int AS records
    FROM changes WHERE change_set_id = ANY (${rows.map(({ id }) => id)}::uuid[]) GROUP BY 1`;
  const records = new Map(counts.map((count) => [count.id, count.records]));
  return {
    total,
    rows: rows.map(({ undoneBy, at, ...row }) => ({
      ...row,
      at: at.toISOString(),
      undone: undoneBy !== null,
      records: records.get(row.id) ?? 0,
      mayUndo: mayUndo(viewer, { ...row, undone: undoneBy !== null }),
    })),
  };
}
