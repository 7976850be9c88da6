import type { Prisma } from "@/lib/platform/db/generated/client";
import { type AttachmentOwner, attachmentOwners } from "./schema";

export const attachmentSelect = {
  id: true,
  enterpriseId: true,
  leaseId: true,
  projectId: true,
  milestoneId: true,
  agreementId: true,
  meetingId: true,
  commitmentId: true,
  policyId: true,
  fileName: true,
  title: true,
  kind: true,
  mediaType: true,
  size: true,
  sha256: true,
  createdById: true,
  createdAt: true,
  version: true,
  createdBy: { select: { name: true } },
} satisfies Prisma.AttachmentSelect;

type Row = Prisma.AttachmentGetPayload<{ select: typeof attachmentSelect }>;

export type AttachmentDto = ReturnType<typeof toAttachment>;

export function toAttachment(row: Row) {
  const {
    createdById: _,
    enterpriseId,
    leaseId,
    projectId,
    milestoneId,
    agreementId,
    meetingId,
    commitmentId,
    policyId,
    ...file
  } = row;
  const { owner, ownerId } = ownerOf(row);
  return {
    ...file,
    owner,
    ownerId,
    createdBy: file.createdBy?.name ?? null,
    createdAt: file.createdAt.toISOString(),
  };
}

type Owned = Pick<Row, (typeof columns)[AttachmentOwner]>;

/** Which column says that a file is beside a record of a noun. */
export const columns = {
  enterprises: "enterpriseId",
  leases: "leaseId",
  projects: "projectId",
  milestones: "milestoneId",
  agreements: "agreementId",
  meetings: "meetingId",
  commitments: "commitmentId",
  policies: "policyId",
} as const satisfies Record<AttachmentOwner, keyof Prisma.AttachmentSelect>;

/** The record that a file is beside; the database holds that it is one. */
export function ownerOf(row: Owned): { owner: AttachmentOwner; ownerId: string } {
  for (const owner of attachmentOwners) {
    const ownerId = row[columns[owner]];
    if (ownerId) return { owner, ownerId };
  }
  throw new Error("A file is beside no record");
}
