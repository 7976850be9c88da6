import "server-only";
import { randomUUID } from "node:crypto";
import { assertWrites, type Viewer } from "../auth/viewer";
import { forgetSettled } from "../cache/settled";
import { db, type Tx } from "../db/client";
import { isRetryable, toAppError } from "../db/constraints";
import { nameFirm } from "../db/firm-client";
import { currentFirmSession } from "../db/firm-session";
import { claimRequest, keepRequest } from "./requests";

const ATTEMPTS = 4;
/** Long enough for a file of 10,000 rows, short enough that a lost client frees its locks. */
const TIMEOUT_MS = 120_000;

export type Header = {
  id?: string;
  verb: string;
  reason?: string | null;
  /** Who asked for what somebody else decided. */
  onBehalfOfId?: string | null;
  undoesId?: string;
};

/**
 * One transaction that is one change set. The header's id is named to the transaction, where the database's
 * own triggers read it. Two writers that waited for each other are tried again; a broken rule comes out as an
 * AppError in words.
 */
export async function openChangeSet<T>(
  viewer: Viewer,
  header: Header,
  change: (tx: Tx, changeSetId: string) => Promise<T>,
): Promise<T> {
  assertWrites(viewer);
  for (let attempt = 1; ; attempt += 1) {
    try {
      const done = await db.$transaction(
        async (tx) => {
          const firm = currentFirmSession();
          if (firm) await tx.$queryRaw(nameFirm(firm));
          const id = header.id ?? newId();
          await tx.$queryRaw`
            WITH header AS (
              INSERT INTO change_sets (id, verb, via, reason, actor_id, actor_name, on_behalf_of_id, undoes_id)
              VALUES (${id}::uuid, ${header.verb}, ${viewer.via}::change_via, ${header.reason ?? null},
                ${viewer.userId}::uuid, ${viewer.name}, ${header.onBehalfOfId ?? null}::uuid,
                ${header.undoesId ?? null}::uuid)
              RETURNING id)
            SELECT set_config('tenantry.change_set', id::text, true) FROM header`;
          await claimRequest(tx, viewer);
          const result = await change(tx, id);
          await keepRequest(tx, viewer, result);
          return result;
        },
        { maxWait: 10_000, timeout: TIMEOUT_MS },
      );
      forgetSettled();
      return done;
    } catch (error) {
      if (attempt < ATTEMPTS && isRetryable(error)) continue;
      throw toAppError(error);
    }
  }
}

/** A time-ordered id (UUID version 7), for rows written in bulk and for headers. */
export function newId(): string {
  const time = BigInt(Date.now()).toString(16).padStart(12, "0");
  const random = randomUUID();
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(15)}`;
}
