import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import type { CivilDate } from "@/lib/platform/dates/civil";
import { inChangeSet } from "../in-change-set";
import { FILE_DAYS } from "./queries-purge";

/**
 * Takes away what is personal of everybody who left before a day: from the row, from its history, and the names. What
 * stays is what counts need: firm, park, days, kind of employment. Files of names that were brought in go, too.
 */
export async function purgeEmployees(viewer: Viewer, { cutoff }: { cutoff: CivilDate }) {
  return inChangeSet(viewer, "employees.purge", null, async (tx) => {
    const firms = await tx.$queryRaw<{ firm: string; people: number }[]>`
      SELECT firm::text, people FROM purge_employees(${cutoff}::date)`;
    const files = await tx.$executeRaw`
      DELETE FROM import_files f USING imports i WHERE i.id = f.import_id AND i.kind = 'EMPLOYEES'
        AND i.created_at < now() - make_interval(days => ${FILE_DAYS}::int)`;
    return { firms: firms.length, people: firms.reduce((sum, { people }) => sum + people, 0), files };
  });
}
