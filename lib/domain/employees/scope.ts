import type { Viewer } from "@/lib/platform/auth/viewer";
import type { Prisma } from "@/lib/platform/db/generated/client";

/** The people in the parks within reach; for an enterprise user, those of its own firms. */
export function employeeScope(viewer: Viewer): Prisma.EmployeeWhereInput {
  if (viewer.enterpriseIds !== null) return { enterpriseId: { in: [...viewer.enterpriseIds] } };
  return viewer.parkIds === null ? {} : { parkId: { in: [...viewer.parkIds] } };
}
