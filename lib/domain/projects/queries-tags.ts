import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { db } from "@/lib/platform/db/client";
import { assertCan } from "../permissions";
import { projectScope } from "./scope";

/** The tags of the projects within reach, most used first, at most 30: what a form offers. */
export async function listProjectTags(viewer: Viewer): Promise<string[]> {
  assertCan(viewer, "projects.read");
  const rows = await db.project.findMany({
    where: { AND: [projectScope(viewer), { tags: { isEmpty: false } }] },
    select: { tags: true },
  });
  const counts = new Map<string, number>();
  for (const tag of rows.flatMap(({ tags }) => tags)) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || a.localeCompare(b))
    .slice(0, 30)
    .map(([tag]) => tag);
}
