import "server-only";
import { assertWrites, type Viewer } from "@/lib/platform/auth/viewer";
import { newId } from "@/lib/platform/change-sets/open";
import { deleteVersion, updateVersion } from "@/lib/platform/change-sets/update-version";
import { db } from "@/lib/platform/db/client";
import { media, withRightEnd } from "@/lib/platform/files/media";
import { inChangeSet } from "../in-change-set";
import { assertCan } from "../permissions";
import { findAttachmentInScope, findAttachmentOwner } from "./queries";
import { assertMay, mayAttachTo, mayChange } from "./rules";
import type {
  AttachmentOwner,
  CreateAttachmentInput,
  DeleteAttachmentInput,
  UpdateAttachmentInput,
} from "./schema";
import { dropBlob, keepBlob, sweepNowAndThen } from "./service-blobs";

/**
 * May files be put beside this record by this viewer? Asked before a single byte is read.
 * @throws AppError FORBIDDEN; NOT_FOUND out of reach
 */
export async function assertMayAttach(
  viewer: Viewer,
  of: { owner: AttachmentOwner; ownerId: string },
): Promise<void> {
  assertWrites(viewer);
  assertCan(viewer, "attachments.create");
  await findAttachmentOwner(db, viewer, of);
  assertMay(mayAttachTo(viewer, of.owner));
}

/**
 * Puts a file beside a record. Its bytes go to the store as they come, before and outside of the transaction that
 * writes the row: a slow sender holds no lock, and a transaction that is tried again needs no second sending.
 * Whatever fails leaves neither.
 */
export async function createAttachment(
  viewer: Viewer,
  { owner, ownerId, fileName, ...input }: CreateAttachmentInput,
  bytes: AsyncIterable<Uint8Array>,
) {
  await assertMayAttach(viewer, { owner, ownerId });
  const id = newId();
  const { kind: shape, size, sha256 } = await keepBlob(id, bytes);
  try {
    const created = await inChangeSet(viewer, "attachments.create", null, async (tx) => {
      await findAttachmentOwner(tx, viewer, { owner, ownerId });
      return tx.attachment.create({
        data: {
          ...input,
          ...{ id, size, sha256, mediaType: media[shape].type, fileName: withRightEnd(fileName, shape) },
          [columns[owner]]: ownerId,
          createdById: viewer.userId,
        },
        select: { id: true, version: true },
      });
    });
    sweepNowAndThen();
    return created;
  } catch (error) {
    await dropBlob(id);
    throw error;
  }
}

/** What the office calls a file, and what kind of paper it is. */
export async function updateAttachment(viewer: Viewer, { id, version, ...input }: UpdateAttachmentInput) {
  return inChangeSet(viewer, "attachments.update", null, async (tx) => {
    assertMay(mayChange(viewer, await findAttachmentInScope(tx, viewer, id)));
    return updateVersion(tx, tx.attachment, { id, version }, input);
  });
}

/** Takes a file away from its record. Its bytes stay, so that this can be undone. */
export async function deleteAttachment(viewer: Viewer, { id, version }: DeleteAttachmentInput) {
  return inChangeSet(viewer, "attachments.delete", null, async (tx) => {
    assertMay(mayChange(viewer, await findAttachmentInScope(tx, viewer, id)));
    return deleteVersion(tx, tx.attachment, { id, version });
  });
}

const columns = {
  enterprises: "enterpriseId",
  leases: "leaseId",
  projects: "projectId",
  milestones: "milestoneId",
  policies: "policyId",
} as const satisfies Record<AttachmentOwner, string>;
