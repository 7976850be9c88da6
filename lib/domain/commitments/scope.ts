import type { Viewer } from "@/lib/platform/auth/viewer";
import type { Prisma } from "@/lib/platform/db/generated/client";

/** They belong to the zone: all of them to the office, limited or not; to a firm's own people what it promised. */
export function commitmentScope(viewer: Viewer): Prisma.CommitmentWhereInput {
  return viewer.enterpriseIds === null ? {} : { promisorId: { in: [...viewer.enterpriseIds] } };
}
