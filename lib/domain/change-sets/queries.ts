import "server-only";
import { wordsFor } from "@/lib/platform/api/words";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { type Db, db } from "@/lib/platform/db/client";
import { Prisma } from "@/lib/platform/db/generated/client";
import type { Locale } from "@/lib/platform/i18n/locales";
import { nameOf } from "@/lib/platform/i18n/names";
import { literally } from "@/lib/platform/paging/containing";
import { offsetOf } from "@/lib/platform/paging/list-params";
import { isId } from "@/lib/platform/values/id";
import { personNumberLabel } from "../employees/labels";
import { enterpriseScope } from "../enterprises/scope";
import { assertCan, can, permissions, type Verb } from "../permissions";
import { FREE_EDIT, isUndoable, type Undoable } from "./rules";
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
 * theirs to see to. A firm's own people: nothing but the firm's free edits, which are asked of `listUndoableOf`.
 */
function mayUndo(viewer: Viewer, changeSet: Undoable): boolean {
  if (viewer.enterpriseIds !== null || changeSet.verb === FREE_EDIT) return false;
  const verb = changeSet.verb as Verb;
  if (!(verb in permissions) || !can(viewer, verb)) return false;
  const everywhere =
    viewer.role !== "MANAGER" && viewer.parkIds === null && !changeSet.verb.startsWith("views.");
  return everywhere || (viewer.userId !== null && changeSet.actorId === viewer.userId);
}

/** Of some change sets, those that the viewer may undo. One query, and one more where firms changed something. */
export async function listUndoable(viewer: Viewer, ids: string[]): Promise<Set<string>> {
  if (ids.length === 0 || !can(viewer, "change-sets.undo")) return new Set();
  const rows = await db.changeSet.findMany({
    where: { id: { in: ids } },
    select: { ...select, undoneBy: { select: { id: true } } },
  });
  const undoable = await listUndoableOf(
    db,
    viewer,
    rows.map((row) => ({ ...row, undone: row.undoneBy !== null })),
  );
  const edits = rows.filter(({ id, verb }) => verb === FREE_EDIT && undoable.has(id)).map(({ id }) => id);
  for (const id of await listTouched(edits)) undoable.delete(id);
  return undoable;
}

/** Of firms' free edits, those after which the firm's record was changed: they can no longer go back. */
async function listTouched(ids: string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT e.id::text FROM (SELECT change_set_id AS id, min(id) AS first, min(root_id::text)::uuid AS firm
      FROM changes WHERE change_set_id = ANY (${ids}::uuid[]) GROUP BY 1) e
    WHERE EXISTS (SELECT FROM changes d WHERE d.root_id = e.firm AND d.id > e.first AND d.change_set_id <> e.id
      AND change_record(d.table_name, d.root_id, d.row_id) = e.firm)`;
  return rows.map(({ id }) => id);
}

/** Of change sets that were read, the ids of those that the viewer may undo. */
export async function listUndoableOf(
  on: Db,
  viewer: Viewer,
  rows: readonly (Undoable & { id: string })[],
): Promise<Set<string>> {
  if (!can(viewer, "change-sets.undo")) return new Set();
  const open = rows.filter(isUndoable);
  const free = open.filter(({ verb }) => verb === FREE_EDIT).map(({ id }) => id);
  const own = open.filter((row) => mayUndo(viewer, row)).map(({ id }) => id);
  return new Set([...own, ...(await listFreeEdits(on, viewer, free)).keys()]);
}

/** A firm's edit touches nothing else: whatever its verb says, a change set that does is none. */
const onlyFree = Prisma.sql`bool_and(c.table_name = 'enterprise_contacts' OR (c.table_name = 'enterprises' AND c.op = 'U'
  AND NOT EXISTS (SELECT FROM jsonb_each(c.after) a WHERE a.value IS DISTINCT FROM c.before -> a.key
    AND a.key NOT IN ('website', 'description', 'version'))))`;

/** Of some change sets, those that are a firm's free edits and may be undone by the viewer, each with its firm. */
export async function listFreeEdits(on: Db, viewer: Viewer, ids: string[]): Promise<Map<string, string>> {
  const may = viewer.enterpriseIds === null ? "enterprises.update" : FREE_EDIT;
  if (ids.length === 0 || !can(viewer, may)) return new Map();
  const edits = await on.$queryRaw<{ id: string; firm: string }[]>`
    SELECT c.change_set_id::text AS id, min(c.root_id::text) AS firm FROM changes c
    WHERE c.change_set_id = ANY (${ids}::uuid[])
    GROUP BY 1 HAVING count(DISTINCT c.root_id) = 1 AND ${onlyFree}`;
  const firms = await on.enterprise.findMany({
    where: { AND: [enterpriseScope(viewer), { id: { in: edits.map(({ firm }) => firm) } }] },
    select: { id: true },
  });
  const reached = new Set(firms.map(({ id }) => id));
  return new Map(edits.filter(({ firm }) => reached.has(firm)).map(({ id, firm }) => [id, firm]));
}

/**
 * A firm's free edit to the office, with the firm, and whether it may still be put back; null where it is none, or out
 * of reach.
 */
export async function getFreeEdit(viewer: Viewer, id: string) {
  assertCan(viewer, "change-sets.undo");
  if (!isId(id) || viewer.enterpriseIds !== null) return null;
  const [found, edits, undoable] = await Promise.all([
    findChangeSet(db, id),
    listFreeEdits(db, viewer, [id]),
    listUndoable(viewer, [id]),
  ]);
  const firmId = edits.get(id);
  if (found?.verb !== FREE_EDIT || !firmId) return null;
  const firm = await db.enterprise.findFirstOrThrow({
    where: { AND: [enterpriseScope(viewer), { id: firmId }] },
    select: { id: true, nameZh: true, nameEn: true },
  });
  return { by: found.actorName, at: found.at.toISOString(), firm, undoable: undoable.has(id) };
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
 * limited to parks see their own; accounts are the administrator's, and so are custom fields, whose
 * names may be for some roles only.
 */
export async function listChangeSets(viewer: Viewer, params: ChangeSetListParams) {
  assertCan(viewer, "change-sets.read");
  const where: Prisma.ChangeSetWhereInput = {
    // How somebody likes their lists, and what they have read, is theirs: others read neither the names of their views nor that there are any.
    AND: [
      { NOT: { verb: "views.choose" } },
      { NOT: { verb: { startsWith: "notifications." } } },
      { OR: [{ NOT: { verb: { startsWith: "views." } } }, { actorId: viewer.userId }] },
    ],
    ...(viewer.parkIds === null ? {} : { actorId: viewer.userId }),
    ...(params.by ? { actorName: { contains: literally(params.by), mode: "insensitive" } } : {}),
    ...(viewer.role === "ADMIN"
      ? {}
      : { NOT: ["users.", "tokens.", "custom-fields."].map((startsWith) => ({ verb: { startsWith } })) }),
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
  const undoable = await listUndoableOf(
    db,
    viewer,
    rows.map((row) => ({ ...row, undone: row.undoneBy !== null })),
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
      mayUndo: undoable.has(row.id),
    })),
  };
}

/** As many records as are named; the rest are counted. */
const NAMED = 5;

/**
 * What an undo did: how many records went back, and which of those that it was to take back stayed, the first of them
 * by name. Worked out from what it wrote, so that it can be told again.
 */
export async function getUndoing(viewer: Viewer, changeSetId: string) {
  assertCan(viewer, "change-sets.read");
  const [found] = await db.$queryRaw<{ undone: number; kept: number; roots: string[] }[]>`
    WITH meant AS (SELECT DISTINCT change_record(c.table_name, c.root_id, c.row_id) AS record, c.root_id AS root
      FROM changes c JOIN change_sets s ON s.undoes_id = c.change_set_id WHERE s.id = ${changeSetId}::uuid),
    back AS (SELECT DISTINCT change_record(table_name, root_id, row_id) AS record
      FROM changes WHERE change_set_id = ${changeSetId}::uuid)
    SELECT count(DISTINCT record) FILTER (WHERE record IN (SELECT record FROM back))::int AS undone,
      count(DISTINCT record) FILTER (WHERE record NOT IN (SELECT record FROM back))::int AS kept,
      coalesce(array_agg(DISTINCT root::text) FILTER (WHERE record NOT IN (SELECT record FROM back)), '{}') AS roots
    FROM meant`;
  const { undone = 0, kept = 0, roots = [] } = found ?? {};
  const names = await nameRecords(db, viewer.locale, roots.slice(0, NAMED));
  return { undone, kept, names: [...names.values()] };
}

/** How many rows a change set of the viewer's own wrote: what a change to many is answered with, also told again. */
export async function getWritten({ userId }: Viewer, changeSetId: string): Promise<number> {
  return db.change.count({ where: { changeSetId, changeSet: { actorId: userId } } });
}

type Named = Record<
  "lease_no" | "code" | "name" | "number" | `${"name" | "title" | "label"}_${"zh" | "en"}`,
  string | null
>;

/** What the office calls some records, from the last that was written of them. One query. */
export async function nameRecords(on: Db, locale: Locale, roots: string[]): Promise<Map<string, string>> {
  if (roots.length === 0) return new Map();
  const rows = await on.$queryRaw<{ root: string; row: Named | null }[]>`
    SELECT r.root::text, (SELECT coalesce(c.after, c.before) FROM changes c
      WHERE c.root_id = r.root AND c.row_id = r.root ORDER BY c.id DESC LIMIT 1) AS row
    FROM unnest(${[...new Set(roots)]}::uuid[]) AS r(root)`;
  const t = await wordsFor(locale);
  return new Map(
    rows.flatMap(({ root, row }) => {
      if (!row) return [];
      const named = {
        nameZh: row.name_zh ?? row.title_zh ?? row.label_zh,
        nameEn: row.name_en ?? row.title_en ?? row.label_en,
      };
      // A person is a number wherever names are not opened.
      const person = row.number && t(personNumberLabel, { number: row.number });
      const name = row.lease_no || nameOf(locale, named) || row.code || row.name || person;
      return name ? [[root, name]] : [];
    }),
  );
}
