import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import type { CivilDate } from "@/lib/platform/dates/civil";
import { db } from "@/lib/platform/db/client";
import { assertCan } from "../permissions";

/** A file of names that was brought in is kept for so long, to mend and to look up what it said. */
export const FILE_DAYS = 30;

export type DueFirm = { id: string; nameZh: string | null; nameEn: string | null; people: number };

/** Whom a purge would take, by firm and without names, and how many files with names go with them. */
export async function listDuePurges(viewer: Viewer, cutoff: CivilDate) {
  assertCan(viewer, "employees.purge");
  const [firms, files] = await Promise.all([
    db.$queryRaw<DueFirm[]>`
      SELECT f.id::text, f.name_zh AS "nameZh", f.name_en AS "nameEn", count(*)::int AS people
      FROM employees_due(${cutoff}::date) d JOIN enterprises f ON f.id = d.enterprise_id
      GROUP BY f.id ORDER BY count(*) DESC, f.id`,
    db.$queryRaw<{ files: number }[]>`
      SELECT count(*)::int AS files FROM import_files f JOIN imports i ON i.id = f.import_id
      WHERE i.kind = 'EMPLOYEES' AND i.created_at < now() - make_interval(days => ${FILE_DAYS}::int)`,
  ]);
  return {
    firms,
    people: firms.reduce((sum, { people }) => sum + people, 0),
    files: files[0]?.files ?? 0,
  };
}
