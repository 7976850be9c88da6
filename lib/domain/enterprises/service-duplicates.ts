import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { newId } from "@/lib/platform/change-sets/open";
import { inChangeSet } from "../in-change-set";
import { assertNotMerged, findEnterpriseInScope } from "./queries";
import { distinctionNames } from "./queries-duplicates";
import type { TellEnterprisesApartInput } from "./schema";

/**
 * Remembers that two firms that look like one are two, so that nobody is asked again until one is called otherwise.
 * @throws AppError NOT_FOUND out of reach; CONFLICT where one of them was merged
 */
export async function tellEnterprisesApart(viewer: Viewer, { id, otherId }: TellEnterprisesApartInput) {
  return inChangeSet(viewer, "enterprises.tellApart", null, async (tx) => {
    assertNotMerged(await findEnterpriseInScope(tx, viewer, id));
    assertNotMerged(await findEnterpriseInScope(tx, viewer, otherId));
    // The database's own order of ids: the pair is one whichever is named first.
    await tx.$executeRaw`
      INSERT INTO enterprise_distinctions AS d (id, first_id, second_id, names)
      SELECT ${newId()}::uuid, a.id, b.id, ${distinctionNames}
      FROM enterprises a JOIN enterprises b ON a.id < b.id
      WHERE a.id IN (${id}::uuid, ${otherId}::uuid) AND b.id IN (${id}::uuid, ${otherId}::uuid)
      ON CONFLICT (first_id, second_id) DO UPDATE SET names = excluded.names, version = d.version + 1
        WHERE d.names <> excluded.names`;
    return { id, otherId };
  });
}
