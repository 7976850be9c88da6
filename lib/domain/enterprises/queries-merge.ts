import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import type { CivilDate } from "@/lib/platform/dates/civil";
import { type Db, db } from "@/lib/platform/db/client";
import { isId } from "@/lib/platform/values/id";
import { assertCan } from "../permissions";
import { getEnterprise, type Named, toMergedWords } from "./queries";
import { enterpriseScopeSql } from "./queries-scope";

export type MergeParts = Record<
  | "leases"
  | "headcounts"
  | "employees"
  | "projects"
  | "branches"
  | "presences"
  | "contacts"
  | "identifiers"
  | "users"
  | "qualifications"
  | "changeRequests"
  | "returns"
  | "attachments",
  number
>;

/** Two headcounts for one park and day: the one that stays, and the one that is given up. */
export type HeadcountClash = { park: string; on: CivilDate; stays: number; goes: number };

/** What a merge would move from one firm to the other, and what of it cannot be had twice; null out of reach. */
export async function getMergePlan(viewer: Viewer, id: string, goesId: string) {
  assertCan(viewer, "enterprises.merge");
  if (!isId(id) || !isId(goesId) || id === goesId) return null;
  const [stays, goes] = await Promise.all([getEnterprise(viewer, id), getEnterprise(viewer, goesId)]);
  if (!stays || !goes) return null;
  const [found] = await db.$queryRaw<{ moved: MergeParts; clashes: HeadcountClash[] }[]>`
    SELECT json_build_object(
      'leases', (SELECT count(*)::int FROM leases WHERE enterprise_id = ${goesId}::uuid),
      'headcounts', (SELECT count(*)::int FROM headcounts WHERE enterprise_id = ${goesId}::uuid),
      'employees', (SELECT count(*)::int FROM employees g WHERE g.enterprise_id = ${goesId}::uuid
        AND NOT EXISTS (SELECT 1 FROM employees s WHERE s.enterprise_id = ${id}::uuid AND s.staff_no = g.staff_no)),
      'projects', (SELECT count(*)::int FROM projects WHERE lead_id = ${goesId}::uuid),
      'branches', (SELECT count(*)::int FROM enterprises WHERE branch_of_id = ${goesId}::uuid),
      'presences', (SELECT count(*)::int FROM presences WHERE enterprise_id = ${goesId}::uuid),
      'contacts', (SELECT count(*)::int FROM enterprise_contacts WHERE enterprise_id = ${goesId}::uuid),
      'identifiers', (SELECT count(*)::int FROM enterprise_identifiers WHERE enterprise_id = ${goesId}::uuid),
      'users', (SELECT count(*)::int FROM user_enterprises WHERE enterprise_id = ${goesId}::uuid),
      'qualifications', (SELECT count(*)::int FROM enterprise_qualifications WHERE enterprise_id = ${goesId}::uuid),
      'changeRequests', (SELECT count(*)::int FROM change_requests WHERE enterprise_id = ${goesId}::uuid),
      'returns', (SELECT count(*)::int FROM returns g WHERE g.enterprise_id = ${goesId}::uuid
        AND NOT EXISTS (SELECT 1 FROM returns s WHERE s.enterprise_id = ${id}::uuid AND s.round_id = g.round_id)),
      'attachments', (SELECT count(*)::int FROM attachments WHERE enterprise_id = ${goesId}::uuid)) AS moved,
      (SELECT coalesce(json_agg(json_build_object('park', p.code, 'on', s.on_date, 'stays', s.total, 'goes', g.total)
          ORDER BY s.on_date DESC, p.code), '[]')
        FROM headcounts s JOIN headcounts g USING (park_id, on_date) JOIN parks p ON p.id = s.park_id
        WHERE s.enterprise_id = ${id}::uuid AND g.enterprise_id = ${goesId}::uuid) AS clashes`;
  if (!found) throw new Error("A query without FROM answers one row");
  const { clashes } = found;
  const moved = { ...found.moved, headcounts: found.moved.headcounts - clashes.length };
  return { stays, goes, moved, clashes, problem: await findMergeProblem(db, viewer, stays, goes) };
}

type Mergeable = { id: string; endedOn: unknown; mergedInto: Named | null };

/** Why two firms cannot be made one, as a message; null where they can. */
export async function findMergeProblem(
  on: Db,
  viewer: Viewer,
  stays: Mergeable,
  goes: Mergeable,
): Promise<string | null> {
  const merged = stays.mergedInto ?? goes.mergedInto;
  if (merged) return toMergedWords(merged);
  if (stays.endedOn || goes.endedOn) return "enterprises.errors.mergeEnded";
  const ids = [stays.id, goes.id];
  const [chain] = await on.$queryRaw<{ circle: boolean }[]>`
    WITH RECURSIVE heads AS (
      SELECT id AS firm, branch_of_id AS head FROM enterprises WHERE id = ANY (${ids}::uuid[])
      UNION SELECT h.firm, e.branch_of_id FROM heads h JOIN enterprises e ON e.id = h.head)
    SELECT EXISTS (SELECT 1 FROM heads WHERE head = ANY (${ids}::uuid[])) AS circle`;
  if (chain?.circle) return "enterprises.errors.mergeBranch";
  if (viewer.parkIds === null) return null;
  const [beyond] = await on.$queryRaw<{ some: boolean }[]>`
    SELECT EXISTS (
      SELECT 1 FROM (
        SELECT enterprise_id AS firm, park_id FROM leases UNION ALL SELECT enterprise_id, park_id FROM presences
        UNION ALL SELECT enterprise_id, park_id FROM headcounts
        UNION ALL SELECT enterprise_id, park_id FROM employees UNION ALL SELECT lead_id, park_id FROM projects) x
      WHERE x.firm = ANY (${ids}::uuid[]) AND x.park_id <> ALL (${[...viewer.parkIds]}::uuid[])) AS some`;
  return beyond?.some ? "enterprises.errors.mergeBeyondReach" : null;
}

/** When a firm was merged into another, by whom, under which change set; null where its merge cannot be read. */
export async function getMergeMark(viewer: Viewer, id: string) {
  assertCan(viewer, "enterprises.read");
  const [mark] = await db.$queryRaw<{ changeSetId: string; at: Date; by: string }[]>`
    SELECT s.id::text AS "changeSetId", s.at, s.actor_name AS by
    FROM enterprises e JOIN changes c ON c.row_id = e.id AND c.table_name = 'enterprises'
    JOIN change_sets s ON s.id = c.change_set_id
    WHERE e.id = ${id}::uuid AND ${enterpriseScopeSql(viewer)} AND c.op = 'U'
      AND c.before ->> 'merged_into_id' IS NULL AND c.after ->> 'merged_into_id' IS NOT NULL
    ORDER BY c.id DESC LIMIT 1`;
  return mark ? { ...mark, at: mark.at.toISOString() } : null;
}
