import "server-only";
import { db } from "@/lib/platform/db/client";
import { outsideFirmSession } from "@/lib/platform/db/firm-session";
import { type Checked, checkContent } from "@/lib/platform/files/content-check";
import { logger } from "@/lib/platform/log/logger";
import { currentStoreName, storeNamed } from "@/lib/platform/storage/stores";

/** No upload takes as long: what is older and belongs to nothing was left by one that was killed. */
const ABANDONED_AFTER_HOURS = 24;

/**
 * Takes a file into the store as it comes. That it is coming is noted first, so that even what a killed process
 * leaves is found. @throws AppError in words, and then nothing of it is left
 */
export async function keepBlob(id: string, source: AsyncIterable<Uint8Array>): Promise<Checked> {
  const store = currentStoreName();
  // No record yet, and of nobody: a firm's session may write it no more than it may read another's.
  await outsideFirmSession(() => db.attachmentBlob.create({ data: { id, store }, select: { id: true } }));
  const { bytes, checked } = checkContent(source);
  try {
    await storeNamed(store).put(id, bytes);
    return checked();
  } catch (error) {
    await dropBlob(id);
    throw error;
  }
}

/**
 * Forgets bytes that no attachment speaks of; the database refuses where one does. What fails here is logged and left
 * to the sweep: whoever waits is told of the first fault.
 */
export async function dropBlob(id: string): Promise<boolean> {
  try {
    return await db.$transaction(
      async (tx) => {
        const blob = await tx.attachmentBlob.delete({ where: { id }, select: { store: true } });
        await storeNamed(blob.store).delete(id);
        return true;
      },
      { timeout: 60_000 },
    );
  } catch (error) {
    logger.warn({ err: error, id }, "the bytes of an attachment could not be removed");
    return false;
  }
}

const HOUR_MS = 3_600_000;
/** Not at once, so that instances which start together do not begin with it. */
let nextSweep = Date.now() + HOUR_MS;

/** Sweeps behind an upload, once a day, so that no office needs a timetable for it. */
export function sweepNowAndThen(): void {
  if (Date.now() < nextSweep) return;
  nextSweep = Date.now() + 24 * HOUR_MS;
  void outsideFirmSession(() => sweepBlobs()).catch((error) =>
    logger.warn({ err: error }, "the sweep of attachments failed"),
  );
}

/**
 * Removes bytes that nothing can bring back: no attachment has them, and none in the history ever had, so no undo
 * can ask for them. Those of a removed attachment stay.
 * @returns the ids, and whether each is gone now
 */
export async function sweepBlobs({ dryRun = false, hours = ABANDONED_AFTER_HOURS } = {}) {
  const orphans = await db.$queryRaw<{ id: string; store: string; at: Date }[]>`
    SELECT b.id::text, b.store, b.at FROM attachment_blobs b
    WHERE b.at < now() - make_interval(hours => ${hours}::int)
      AND NOT EXISTS (SELECT 1 FROM attachments a WHERE a.id = b.id)
      AND NOT EXISTS (SELECT 1 FROM changes c WHERE c.table_name = 'attachments' AND c.row_id = b.id)
    ORDER BY b.at`;
  const swept: { id: string; store: string; at: Date; gone: boolean }[] = [];
  for (const orphan of orphans) swept.push({ ...orphan, gone: !dryRun && (await dropBlob(orphan.id)) });
  return swept;
}
