import type { Viewer } from "@/lib/platform/auth/viewer";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { projectScope } from "../projects/scope";

/** The milestones of the projects within reach. */
export function milestoneScope(viewer: Viewer): Prisma.MilestoneWhereInput {
  return { project: projectScope(viewer) };
}
