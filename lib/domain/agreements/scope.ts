import type { Viewer } from "@/lib/platform/auth/viewer";
import type { Prisma } from "@/lib/platform/db/generated/client";

/** The whole zone's, for all of the office; for an enterprise user, those that its firms are a party to. */
export function agreementScope(viewer: Viewer): Prisma.AgreementWhereInput {
  if (viewer.enterpriseIds === null) return {};
  return { parties: { some: { enterpriseId: { in: [...viewer.enterpriseIds] } } } };
}
