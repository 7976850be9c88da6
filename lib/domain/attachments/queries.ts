import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { type Db, db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { notFound } from "@/lib/platform/errors/app-error";
import type { ByteRange } from "@/lib/platform/storage/store";
import { storeNamed } from "@/lib/platform/storage/stores";
import { isId } from "@/lib/platform/values/id";
import { findAgreementInScope } from "../agreements/queries";
import { findCommitmentInScope } from "../commitments/queries";
import { findEnterpriseInScope } from "../enterprises/queries";
import { findLeaseInScope } from "../leases/queries";
import { findMeetingInScope } from "../meetings/queries";
import { findMilestoneInScope } from "../milestones/queries";
import { assertCan, can } from "../permissions";
import { findPolicyInScope } from "../policies/queries";
import { findProjectInScope } from "../projects/queries";
import { attachmentSelect, columns, ownerOf, toAttachment } from "./dto";
import { mayAttachTo, mayChange } from "./rules";
import type { AttachmentOwner } from "./schema";
import { attachmentScope } from "./scope";

/** More than any record has; a list that were longer would be no list. */
const MOST = 500;

type Of = { owner: AttachmentOwner; ownerId: string };

/** The files of one record, the newest first, and whether the viewer may add to them. */
export async function listAttachments(viewer: Viewer, { owner, ownerId }: Of) {
  assertCan(viewer, "attachments.read");
  const rows = await db.attachment.findMany({
    where: { AND: [attachmentScope(viewer), ofOwner({ owner, ownerId })] },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: MOST,
    select: attachmentSelect,
  });
  return {
    rows: rows.map((row) => ({ ...toAttachment(row), can: whatMay(viewer, row) })),
    can: { create: can(viewer, "attachments.create") && mayAttachTo(viewer, owner) },
  };
}

/** How many files each of some milestones has, within reach; those without are left out. */
export async function listEvidenceCounts(viewer: Viewer, milestoneIds: string[]) {
  assertCan(viewer, "attachments.read");
  const counts = await db.attachment.groupBy({
    by: ["milestoneId"],
    where: { AND: [attachmentScope(viewer), { milestoneId: { in: milestoneIds } }] },
    _count: true,
  });
  return new Map(counts.map(({ milestoneId, _count }) => [milestoneId ?? "", _count]));
}

/** One file with what the viewer may do to it, or null out of reach. */
export async function getAttachment(viewer: Viewer, id: string) {
  assertCan(viewer, "attachments.read");
  if (!isId(id)) return null;
  const row = await db.attachment.findFirst({
    where: { AND: [attachmentScope(viewer), { id }] },
    select: attachmentSelect,
  });
  return row && { ...toAttachment(row), can: whatMay(viewer, row) };
}

/** A file to be handed out, whole or a part of it; null out of reach, as if there were none. */
export async function getAttachmentFile(viewer: Viewer, id: string) {
  assertCan(viewer, "attachments.read");
  if (!isId(id)) return null;
  const row = await db.attachment.findFirst({
    where: { AND: [attachmentScope(viewer), { id }] },
    select: { fileName: true, mediaType: true, size: true, sha256: true, blob: { select: { store: true } } },
  });
  if (!row) return null;
  const { blob, ...file } = row;
  return { ...file, read: (range?: ByteRange) => storeNamed(blob.store).get(id, range) };
}

/** The record that a file is to be put beside. @throws AppError NOT_FOUND out of reach */
export async function findAttachmentOwner(on: Db, viewer: Viewer, { owner, ownerId }: Of): Promise<void> {
  if (!isId(ownerId)) throw notFound();
  const finders = {
    enterprises: findEnterpriseInScope,
    leases: findLeaseInScope,
    projects: findProjectInScope,
    milestones: findMilestoneInScope,
    agreements: findAgreementInScope,
    meetings: findMeetingInScope,
    commitments: findCommitmentInScope,
    policies: findPolicyInScope,
  };
  await finders[owner](on, viewer, ownerId);
}

/** @throws AppError NOT_FOUND */
export async function findAttachmentInScope(on: Db, viewer: Viewer, id: string) {
  const row = await on.attachment.findFirst({
    where: { AND: [attachmentScope(viewer), { id }] },
    select: attachmentSelect,
  });
  if (!row) throw notFound();
  return row;
}

function ofOwner({ owner, ownerId }: Of): Prisma.AttachmentWhereInput {
  // An id that is none would be a fault of the database; nobody has the nil id.
  const id = isId(ownerId) ? ownerId : "00000000-0000-0000-0000-000000000000";
  return { ownerId: id, [columns[owner]]: { not: null } };
}

function whatMay(viewer: Viewer, row: Prisma.AttachmentGetPayload<{ select: typeof attachmentSelect }>) {
  const own = mayChange(viewer, { ...row, ...ownerOf(row) });
  return {
    update: own && can(viewer, "attachments.update"),
    delete: own && can(viewer, "attachments.delete"),
    /** A firm's own people cannot; the office can for them. */
    undo: can(viewer, "change-sets.read"),
  };
}
