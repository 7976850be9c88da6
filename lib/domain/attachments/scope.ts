import type { Viewer } from "@/lib/platform/auth/viewer";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { agreementScope } from "../agreements/scope";
import { commitmentScope } from "../commitments/scope";
import { enterpriseScope } from "../enterprises/scope";
import { leaseScope } from "../leases/scope";
import { milestoneScope } from "../milestones/scope";
import { projectScope } from "../projects/scope";

/** The files of the records within reach; those of meetings for the office alone. */
export function attachmentScope(viewer: Viewer): Prisma.AttachmentWhereInput {
  // Each condition below would be an empty one, and an OR of nothing but those finds nothing.
  if (viewer.parkIds === null && viewer.enterpriseIds === null) return {};
  return {
    OR: [
      { enterprise: enterpriseScope(viewer) },
      { lease: leaseScope(viewer) },
      { project: projectScope(viewer) },
      { milestone: milestoneScope(viewer) },
      // An empty condition of a relation holds where there is none, too.
      { agreementId: { not: null }, agreement: agreementScope(viewer) },
      { commitmentId: { not: null }, commitment: commitmentScope(viewer) },
      ...(viewer.enterpriseIds === null ? [{ meetingId: { not: null } }] : []),
      // Public papers: whoever reads policies reads all of them.
      { policyId: { not: null } },
    ],
  };
}
