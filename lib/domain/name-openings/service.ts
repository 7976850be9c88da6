import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { newId } from "@/lib/platform/change-sets/open";
import { findEnterpriseInScope } from "../enterprises/queries";
import { inChangeSet } from "../in-change-set";
import { type CloseNameOpeningInput, type CreateNameOpeningInput, OPEN_MINUTES } from "./schema";

/**
 * Opens the names of one firm's roster, for a stated purpose, to this viewer alone and for a while. The record of it is
 * never changed; each page and file that then shows names adds its line to it.
 */
export async function createNameOpening(viewer: Viewer, input: CreateNameOpeningInput) {
  // A script reads at once and asks anew; a person looks for a while.
  const minutes = viewer.via === "API" ? 1 : OPEN_MINUTES;
  return inChangeSet(viewer, "name-openings.create", null, async (tx) => {
    const firm = await findEnterpriseInScope(tx, viewer, input.enterpriseId);
    const id = newId();
    await tx.$executeRaw`
      INSERT INTO name_openings (id, enterprise_id, user_id, user_name, purpose, note, until)
      VALUES (${id}::uuid, ${firm.id}::uuid, ${viewer.userId}::uuid, ${viewer.name}, ${input.purpose}::name_purpose,
        ${input.note}, now() + make_interval(mins => ${minutes}::int))`;
    return { id, enterpriseId: firm.id };
  });
}

/** Shuts what this viewer opened of a firm's names, before its time; its record then says this end. */
export async function closeNameOpening(viewer: Viewer, { enterpriseId }: CloseNameOpeningInput) {
  return inChangeSet(viewer, "name-openings.close", null, async (tx) => {
    const firm = await findEnterpriseInScope(tx, viewer, enterpriseId);
    const closed = await tx.$executeRaw`
      UPDATE name_openings SET until = now()
      WHERE enterprise_id = ${firm.id}::uuid AND user_id = ${viewer.userId}::uuid AND until > now()`;
    return { closed };
  });
}
