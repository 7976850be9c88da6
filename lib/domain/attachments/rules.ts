import { forbidden } from "@/lib/platform/errors/app-error";
import type { AttachmentOwner } from "./schema";

/** Who asks, in so far as these rules depend on it; `enterpriseIds` is null for the office, `parkIds` for the whole zone. */
type Asking = {
  userId: string | null;
  enterpriseIds: readonly string[] | null;
  parkIds: readonly string[] | null;
};

/** Nouns that belong to the whole zone: their files are written by those alone who reach all of it. */
const ofTheZone: readonly AttachmentOwner[] = ["policies"];

const reachesZone = ({ parkIds, enterpriseIds }: Asking) => parkIds === null && enterpriseIds === null;

/** A firm's own people read its leases and projects, and add to the firm itself alone. */
export function mayAttachTo(viewer: Asking, owner: AttachmentOwner): boolean {
  if (ofTheZone.includes(owner)) return reachesZone(viewer);
  return viewer.enterpriseIds === null || owner === "enterprises";
}

/** Of a firm's files its people change those that they put there themselves; the office any. */
export function mayChange(
  viewer: Asking,
  file: { enterpriseId: string | null; policyId: string | null; createdById: string | null },
): boolean {
  if (file.policyId !== null) return reachesZone(viewer);
  if (viewer.enterpriseIds === null) return true;
  return file.enterpriseId !== null && viewer.userId !== null && file.createdById === viewer.userId;
}

/** @throws AppError FORBIDDEN */
export function assertMay(allowed: boolean): void {
  if (!allowed) throw forbidden();
}
