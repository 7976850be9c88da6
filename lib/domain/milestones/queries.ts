import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import type { Db } from "@/lib/platform/db/client";
import { notFound } from "@/lib/platform/errors/app-error";
import { milestoneSelect } from "./dto";
import { milestoneScope } from "./scope";

/** @throws AppError NOT_FOUND */
export async function findMilestoneInScope(on: Db, viewer: Viewer, id: string) {
  const row = await on.milestone.findFirst({
    where: { AND: [milestoneScope(viewer), { id }] },
    select: { ...milestoneSelect, project: { select: { stage: true } } },
  });
  if (!row) throw notFound();
  return row;
}
