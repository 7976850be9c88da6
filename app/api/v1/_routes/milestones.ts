import { z } from "zod";
import { getMilestone } from "@/lib/domain/milestones/queries";
import { findLateness } from "@/lib/domain/milestones/rules";
import { defineRoute } from "@/lib/platform/api/route";
import { notFound } from "@/lib/platform/errors/app-error";
import { dateShape, namesShape, toNames, uuidShape } from "./shapes";

const day = dateShape.nullable();

export const milestone = defineRoute({
  id: "getMilestone",
  path: "/milestones/{id}",
  tag: "projects",
  params: z.object({ id: uuidShape }),
  query: z.object({}),
  answer: z.object({
    id: uuidShape,
    projectId: uuidShape,
    ...namesShape,
    weight: z.string(),
    owner: z.string().nullable(),
    originalBaselineOn: dateShape,
    baselineOn: dateShape,
    forecastOn: day,
    actualOn: day,
    cancelledOn: day,
    evidence: z.string().nullable(),
    /** Why nothing shows it; of a milestone that is done. */
    noEvidenceReason: z.string().nullable(),
    /** Files beside it. */
    files: z.int(),
    doneWithoutEvidence: z.boolean(),
    waitsFor: z.array(
      z.object({
        id: uuidShape,
        projectId: uuidShape,
        ...namesShape,
        endsOn: dateShape,
        /** By how many days it ends later than what waits for it; null where it is in time. */
        lateDays: z.int().nullable(),
      }),
    ),
    proposals: z.array(
      z.object({
        baselineOn: dateShape,
        reason: z.string(),
        proposedOn: dateShape,
        proposedBy: z.string(),
        decidedOn: day,
        approved: z.boolean().nullable(),
        decidedBy: z.string().nullable(),
        decision: z.string().nullable(),
      }),
    ),
    version: z.int(),
    forecasts: z.array(z.object({ reportedOn: dateShape, forecastOn: day, note: z.string().nullable() })),
    baselines: z.array(
      z.object({ approvedOn: dateShape, baselineOn: dateShape, reason: z.string().nullable() }),
    ),
  }),
  handle: async (viewer, { params }) => {
    const row = await getMilestone(viewer, params.id);
    if (!row) throw notFound();
    const { titleZh, titleEn, position: _, ...milestone } = row;
    return {
      ...milestone,
      ...toNames({ nameZh: titleZh, nameEn: titleEn }),
      waitsFor: row.waitsFor.map((one) => ({
        id: one.id,
        projectId: one.projectId,
        ...toNames({ nameZh: one.titleZh, nameEn: one.titleEn }),
        endsOn: one.actualOn ?? one.forecastOn ?? one.baselineOn,
        lateDays: findLateness(one, row)?.days ?? null,
      })),
    };
  },
});
