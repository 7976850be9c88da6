import type { Viewer } from "@/lib/platform/auth/viewer";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { enterpriseScope } from "../enterprises/scope";
import { leaseScope } from "../leases/scope";
import { milestoneScope } from "../milestones/scope";
import { projectScope } from "../projects/scope";

/** The files of the firms, leases, projects and milestones within reach, and of the papers of the whole zone. */
export function attachmentScope(viewer: Viewer): Prisma.AttachmentWhereInput {
  // Each condition below would be an empty one, and an OR of nothing but those finds nothing.
  if (viewer.parkIds === null && viewer.enterpriseIds === null) return {};
  return {
    OR: [
      { enterprise: enterpriseScope(viewer) },
      { lease: leaseScope(viewer) },
      { project: projectScope(viewer) },
      { milestone: milestoneScope(viewer) },
      // Public papers: whoever reads policies reads all of them.
      { policyId: { not: null } },
    ],
  };
}
