import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { newId } from "@/lib/platform/change-sets/open";
import { todayInZone } from "@/lib/platform/dates/today";
import { Prisma } from "@/lib/platform/db/generated/client";
import { insertRows } from "@/lib/platform/db/insert-rows";
import { conflict, notFound } from "@/lib/platform/errors/app-error";
import { inChangeSet, type Within } from "../in-change-set";
import { projectScope } from "../projects/scope";
import { assertShown } from "./rules";
import type { CreateMilestoneInput } from "./schema";
import { milestoneScope } from "./scope";

export type NewMilestone = Omit<CreateMilestoneInput, "owner">;

/** Many milestones at once, each project's in the order given; first baselines and forecasts are kept as today's. */
export async function createMilestones(viewer: Viewer, inputs: NewMilestone[], within?: Within) {
  return inChangeSet(
    viewer,
    "milestones.create",
    null,
    async (tx) => {
      const ids = [...new Set(inputs.map(({ projectId }) => projectId))];
      const live = { stage: { not: "CANCELLED" as const } };
      const projects = await tx.project.findMany({
        where: { AND: [projectScope(viewer), live, { id: { in: ids } }] },
        select: { id: true, _count: { select: { milestones: true } } },
      });
      if (projects.length < ids.length) throw notFound();
      const next = new Map(projects.map(({ id, _count }) => [id, _count.milestones]));
      const today = todayInZone();
      const rows = inputs.map((input) => {
        assertShown(input, 0);
        const position = next.get(input.projectId) ?? 0;
        next.set(input.projectId, position + 1);
        return {
          id: newId(),
          project_id: input.projectId,
          position,
          title_zh: input.titleZh,
          title_en: input.titleEn,
          weight: input.weight,
          original_baseline_on: input.baselineOn,
          baseline_on: input.baselineOn,
          forecast_on: input.forecastOn,
          actual_on: input.actualOn,
          evidence: input.evidence,
          no_evidence_reason: input.noEvidenceReason,
        };
      });
      await insertRows(tx, "milestones", rows);
      const firsts = rows.map(({ id, baseline_on, forecast_on }) => ({
        baseline: { id: newId(), milestone_id: id, approved_on: today, baseline_on },
        forecast: { id: newId(), milestone_id: id, reported_on: today, forecast_on },
      }));
      await insertRows(
        tx,
        "milestone_baselines",
        firsts.map(({ baseline }) => baseline),
      );
      await insertRows(
        tx,
        "milestone_forecasts",
        firsts.map(({ forecast }) => forecast),
      );
      return { count: inputs.length };
    },
    within,
  );
}

export type MilestonePatch = {
  id: string;
  version: number;
  titleZh: string | null;
  titleEn: string | null;
  weight: string;
  actualOn: string | null;
  evidence: string | null;
  noEvidenceReason: string | null;
  /** Undefined leaves the forecast; a new one is kept under today. */
  forecastOn?: string | null;
};

/** Changes many milestones at once. @throws AppError CONFLICT where one was saved meanwhile */
export async function updateMilestones(viewer: Viewer, inputs: MilestonePatch[], within?: Within) {
  return inChangeSet(
    viewer,
    "milestones.update",
    null,
    async (tx) => {
      const ids = inputs.map(({ id }) => id);
      const found = await tx.milestone.count({
        where: { AND: [milestoneScope(viewer), { id: { in: ids } }] },
      });
      if (found < ids.length) throw notFound();
      const rows = inputs.map((input) => ({ ...input, reforecast: input.forecastOn !== undefined }));
      const updated = await tx.$executeRaw(Prisma.sql`
        UPDATE milestones m SET title_zh = r."titleZh", title_en = r."titleEn", weight = r.weight,
          actual_on = r."actualOn", evidence = r.evidence, no_evidence_reason = r."noEvidenceReason", version = m.version + 1,
          forecast_on = CASE WHEN r.reforecast THEN r."forecastOn" ELSE m.forecast_on END
        FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(id uuid, version int, "titleZh" text,
          "titleEn" text, weight numeric, "actualOn" date, evidence text, "noEvidenceReason" text, "forecastOn" date,
          reforecast boolean)
        WHERE m.id = r.id AND m.version = r.version`);
      if (updated < inputs.length) throw conflict("errors.conflict");
      const forecasts = rows.filter(({ reforecast }) => reforecast);
      if (forecasts.length > 0) {
        const today = todayInZone();
        await tx.$executeRaw(Prisma.sql`
          INSERT INTO milestone_forecasts (id, milestone_id, reported_on, forecast_on)
          SELECT r.key, r.id, ${today}::date, r."forecastOn"
          FROM jsonb_to_recordset(${JSON.stringify(forecasts.map((row) => ({ ...row, key: newId() })))}::jsonb)
            AS r(key uuid, id uuid, "forecastOn" date)
          ON CONFLICT (milestone_id, reported_on) DO UPDATE SET forecast_on = excluded.forecast_on`);
      }
      return { count: inputs.length };
    },
    within,
  );
}
