import { forbidden } from "@/lib/platform/errors/app-error";
import type { AttachmentOwner } from "./schema";

/** Who asks, in so far as these rules depend on it; `enterpriseIds` is null for the office. */
type Asking = {
  userId: string | null;
  enterpriseIds: readonly string[] | null;
  /** Null where all parks are within reach. */
  parkIds: readonly string[] | null;
};

/** Records of the whole zone: whoever is limited to parks reads their files and adds none. */
const ofZone: readonly AttachmentOwner[] = ["commitments"];

/** A firm's own people read its leases and projects, and add to the firm itself alone. */
export function mayAttachTo(viewer: Asking, owner: AttachmentOwner): boolean {
  if (viewer.enterpriseIds !== null) return owner === "enterprises";
  return viewer.parkIds === null || !ofZone.includes(owner);
}

/** Of a firm's files its people change those that they put there themselves; the office any. */
export function mayChange(
  viewer: Asking,
  file: { enterpriseId: string | null; commitmentId?: string | null; createdById: string | null },
): boolean {
  if (viewer.enterpriseIds === null) return viewer.parkIds === null || !file.commitmentId;
  return file.enterpriseId !== null && viewer.userId !== null && file.createdById === viewer.userId;
}

/** @throws AppError FORBIDDEN */
export function assertMay(allowed: boolean): void {
  if (!allowed) throw forbidden();
}
