import type { Prisma } from "@/lib/platform/db/generated/client";
import type { AttachmentOwner } from "./schema";

export const attachmentSelect = {
  id: true,
  enterpriseId: true,
  leaseId: true,
  projectId: true,
  milestoneId: true,
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
  const { enterpriseId, leaseId, projectId, milestoneId, policyId, createdById: _, ...file } = row;
  const owners: [AttachmentOwner, string | null][] = [
    ["enterprises", enterpriseId],
    ["leases", leaseId],
    ["projects", projectId],
    ["milestones", milestoneId],
    ["policies", policyId],
  ];
  // The database holds that it is one of these.
  const [owner, ownerId] = owners.find(([, id]) => id !== null) ?? ["enterprises", null];
  return {
    ...file,
    owner,
    ownerId: ownerId ?? "",
    createdBy: file.createdBy?.name ?? null,
    createdAt: file.createdAt.toISOString(),
  };
}
