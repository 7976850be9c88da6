import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { db } from "@/lib/platform/db/client";
import { Prisma } from "@/lib/platform/db/generated/client";
import type { NameReadingKind } from "@/lib/platform/db/generated/enums";
import { can } from "../permissions";

/** Where names are shown, as the log says it. */
export type NamesFor = NameReadingKind;

type Person = { id: string; enterprise: { id: string } };

/**
 * The names of some employees: of one's own firm, or of firms whose names the viewer has opened and while that lasts.
 * The database adds the line to the log in the statement that reads them. A firm's own people are the employer: what
 * they read of their own file is not the office's to log.
 */
export async function listNames(
  viewer: Viewer,
  people: Person[],
  how: NamesFor,
): Promise<Map<string, string>> {
  const ids = people.map(({ id }) => id);
  if (ids.length === 0) return new Map();
  const rows =
    viewer.enterpriseIds !== null
      ? await readOwn([...viewer.enterpriseIds], ids)
      : await readOpened(viewer, people, ids, how);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

type Named = { id: string; name: string };

function readOwn(firms: string[], ids: string[]): Promise<Named[]> {
  return db.$queryRaw<Named[]>(Prisma.sql`
    SELECT e.id::text, n.name FROM employees e JOIN employee_names n ON n.id = e.name_id
    WHERE e.id = ANY (${ids}::uuid[]) AND e.enterprise_id = ANY (${firms}::uuid[])`);
}

async function readOpened({ userId, ...viewer }: Viewer, people: Person[], ids: string[], how: NamesFor) {
  if (userId === null || !can(viewer, "name-openings.create")) return [];
  const firms = [...new Set(people.map(({ enterprise }) => enterprise.id))];
  return db.$queryRaw<Named[]>(Prisma.sql`
    SELECT r.employee_id::text AS id, r.employee_name AS name FROM (
      SELECT DISTINCT ON (enterprise_id) id FROM name_openings
      WHERE user_id = ${userId}::uuid AND until > now() AND enterprise_id = ANY (${firms}::uuid[])
      ORDER BY enterprise_id, until DESC) o
    CROSS JOIN LATERAL read_names(o.id, ${userId}::uuid, ${ids}::uuid[], ${how}::name_reading_kind) r`);
}
