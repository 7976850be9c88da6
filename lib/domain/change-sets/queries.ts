import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { type Db, db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/db/generated/client";
import type { Locale } from "@/lib/platform/i18n/locales";
import { nameOf } from "@/lib/platform/i18n/names";
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
  const counts = await db.$queryRaw<{ id: string; records: number; root: string }[]>`
    SELECT change_set_id::text AS id, count(DISTINCT change_record(table_name, root_id, row_id))::int AS records,
      (array_agg(root_id::text ORDER BY id))[1] AS root
    FROM changes WHERE change_set_id = ANY (${rows.map(({ id }) => id)}::uuid[]) GROUP BY 1`;
  const touched = new Map(counts.map((count) => [count.id, count]));
  const names = await nameRecords(
    db,
    viewer.locale,
    counts.map(({ root }) => root),
  );
  return {
    total,
    rows: rows.map(({ undoneBy, at, ...row }) => ({
      ...row,
      at: at.toISOString(),
      undone: undoneBy !== null,
      records: touched.get(row.id)?.records ?? 0,
      /** The first record it touched. */
      record: names.get(touched.get(row.id)?.root ?? "") ?? null,
      mayUndo: mayUndo(viewer, { ...row, undone: undoneBy !== null }),
    })),
  };
}

type Named = Record<
  "lease_no" | "code" | "name" | "number" | "name_zh" | "name_en" | "title_zh" | "title_en",
  string | null
>;

/** What the office calls some records, from the last that was written of them. One query. */
export async function nameRecords(on: Db, locale: Locale, roots: string[]): Promise<Map<string, string>> {
  if (roots.length === 0) return new Map();
  const rows = await on.$queryRaw<{ root: string; row: Named | null }[]>`
    SELECT r.root::text, (SELECT coalesce(c.after, c.before) FROM changes c
      WHERE c.root_id = r.root AND c.row_id = r.root ORDER BY c.id DESC LIMIT 1) AS row
    FROM unnest(${[...new Set(roots)]}::uuid[]) AS r(root)`;
  return new Map(
    rows.flatMap(({ root, row }) => {
      if (!row) return [];
      const named = { nameZh: row.name_zh ?? row.title_zh, nameEn: row.name_en ?? row.title_en };
      // A person is a number wherever names are not opened.
      const person = row.number && (locale === "zh" ? `${row.number}号` : `No. ${row.number}`);
      const name = row.lease_no || nameOf(locale, named) || row.code || row.name || person;
      return name ? [[root, name]] : [];
    }),
  );
}
