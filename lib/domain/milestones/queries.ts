import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { type Db, db } from "@/lib/platform/db/client";
import { notFound } from "@/lib/platform/errors/app-error";
import { isId } from "@/lib/platform/values/id";
import { assertCan } from "../permissions";
import { type MilestoneDto, milestoneSelect, toMilestone } from "./dto";
import { milestoneScope } from "./scope";

/** One milestone, or null out of reach. */
export async function getMilestone(viewer: Viewer, id: string): Promise<MilestoneDto | null> {
  assertCan(viewer, "projects.read");
  if (!isId(id)) return null;
  const row = await db.milestone.findFirst({
    where: { AND: [milestoneScope(viewer), { id }] },
    select: milestoneSelect,
  });
  return row && toMilestone(row);
}

/** @throws AppError NOT_FOUND */
export async function findMilestoneInScope(on: Db, viewer: Viewer, id: string) {
  const row = await on.milestone.findFirst({
    where: { AND: [milestoneScope(viewer), { id }] },
    select: { ...milestoneSelect, project: { select: { stage: true } } },
  });
  if (!row) throw notFound();
  return row;
}
