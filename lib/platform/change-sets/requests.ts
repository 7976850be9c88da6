import "server-only";
import type { Viewer } from "../auth/viewer";
import { db, type Tx } from "../db/client";
import { conflict } from "../errors/app-error";

/** How long a key is remembered. */
const HOURS = 24;
/** Old keys that one write clears away in passing. */
const PURGED = 100;

/**
 * Takes the viewer's key for this transaction. A writer that has it already is waited for: when it commits, this one
 * is refused; when it fails, the key is free. @throws AppError CONFLICT
 */
export async function claimRequest(tx: Tx, { userId, request }: Viewer): Promise<void> {
  if (!request || !userId) return;
  await tx.$executeRaw`
    DELETE FROM api_requests WHERE (user_id, key) IN (
      SELECT user_id, key FROM api_requests WHERE created_at < now() - make_interval(hours => ${HOURS}::int)
      ORDER BY (user_id = ${userId}::uuid AND key = ${request.key}) DESC
      LIMIT ${PURGED} FOR UPDATE SKIP LOCKED)`;
  const claimed = await tx.$executeRaw`
    INSERT INTO api_requests (user_id, key, request_hash, status)
    VALUES (${userId}::uuid, ${request.key}, ${request.hash}, ${request.status}) ON CONFLICT DO NOTHING`;
  if (claimed === 0) throw conflict("api.errors.keyTaken");
}

/** Notes which record the write was of, so that it can be answered again. */
export async function keepRequest(tx: Tx, { userId, request }: Viewer, result: unknown): Promise<void> {
  if (!request || !userId) return;
  // A service that writes many at once answers their ids, an undo its own change set.
  const { id, ids, changeSetId } = result as { id?: string; ids?: string[]; changeSetId?: string };
  await tx.apiRequest.update({
    where: { userId_key: { userId, key: request.key } },
    data: { recordId: id ?? ids?.[0] ?? changeSetId ?? null },
    select: { key: true },
  });
}

/** The write that a key stands for, or null when it is new or too old. */
export async function findRequest({ userId }: Viewer, key: string) {
  if (!userId) return null;
  return db.apiRequest.findFirst({
    where: { userId, key, createdAt: { gte: new Date(Date.now() - HOURS * 3_600_000) } },
    select: { requestHash: true, status: true, recordId: true },
  });
}
