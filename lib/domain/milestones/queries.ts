import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { type CivilDate, fromCivil, toCivil } from "@/lib/platform/dates/civil";
import { type Db, db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/db/generated/client";
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

/** Open milestones of live projects whose plan lies on or before a day, the longest overdue first. */
export async function listDueMilestones(viewer: Viewer, until: CivilDate, limit: number) {
  assertCan(viewer, "projects.read");
  const where: Prisma.MilestoneWhereInput = {
    AND: [
      milestoneScope(viewer),
      { actualOn: null, cancelledOn: null, baselineOn: { lte: fromCivil(until) } },
      { project: { stage: { not: "CANCELLED" } } },
    ],
  };
  const [rows, total] = await Promise.all([
    db.milestone.findMany({
      where,
      orderBy: [{ baselineOn: "asc" }, { id: "asc" }],
      take: limit,
      select: {
        id: true,
        titleZh: true,
        titleEn: true,
        baselineOn: true,
        project: { select: { id: true, code: true, titleZh: true, titleEn: true } },
      },
    }),
    db.milestone.count({ where }),
  ]);
  return { rows: rows.map(({ baselineOn, ...row }) => ({ ...row, baselineOn: toCivil(baselineOn) })), total };
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
