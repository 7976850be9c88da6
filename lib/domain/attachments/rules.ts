import { forbidden } from "@/lib/platform/errors/app-error";
import type { AttachmentOwner } from "./schema";

/** Who asks, in so far as these rules depend on it; `enterpriseIds` is null for the office, `parkIds` for all parks. */
type Asking = {
  userId: string | null;
  enterpriseIds: readonly string[] | null;
  parkIds: readonly string[] | null;
};

/** Nouns that belong to the whole zone: who reaches a part of it reads their files and changes none. */
const ofTheZone: readonly AttachmentOwner[] = ["agreements", "meetings", "commitments", "policies"];

/** What a firm's own people add to: the firm itself, and what shows the milestones and promises that it owes. */
const ofTheFirm: readonly AttachmentOwner[] = ["enterprises", "milestones", "commitments"];

/** A firm's own people read its leases and projects besides. */
export function mayAttachTo(viewer: Asking, owner: AttachmentOwner): boolean {
  if (viewer.enterpriseIds !== null) return ofTheFirm.includes(owner);
  return viewer.parkIds === null || !ofTheZone.includes(owner);
}

/** Of a firm's files its people change those that they put there themselves; the office any that it may add to. */
export function mayChange(
  viewer: Asking,
  file: { owner: AttachmentOwner; createdById: string | null },
): boolean {
  if (!mayAttachTo(viewer, file.owner)) return false;
  return viewer.enterpriseIds === null || (viewer.userId !== null && file.createdById === viewer.userId);
}

/** @throws AppError FORBIDDEN */
export function assertMay(allowed: boolean): void {
  if (!allowed) throw forbidden();
}
