import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { updateVersion } from "@/lib/platform/change-sets/update-version";
import { type CivilDate, fromCivil, toCivil } from "@/lib/platform/dates/civil";
import { todayInZone } from "@/lib/platform/dates/today";
import { conflict } from "@/lib/platform/errors/app-error";
import { inChangeSet, type Within } from "../in-change-set";
import { findProjectInScope } from "../projects/queries";
import { findMilestoneInScope } from "./queries";
import { assertLive, assertOpen, assertReached, assertShown } from "./rules";
import type {
  CancelMilestoneInput,
  CompleteMilestoneInput,
  CreateMilestoneInput,
  ForecastMilestoneInput,
  RebaselineMilestoneInput,
  UpdateMilestoneInput,
} from "./schema";

/**
 * A new milestone: its first baseline is its original one, and its first forecast is kept. `reportedOn` says when
 * that forecast was made, today unless an older record is brought in.
 */
export async function createMilestone(
  viewer: Viewer,
  input: CreateMilestoneInput,
  within?: Within,
  reportedOn: CivilDate = todayInZone(),
) {
  return inChangeSet(
    viewer,
    "milestones.create",
    null,
    async (tx) => {
      const project = await findProjectInScope(tx, viewer, input.projectId);
      if (project.stage === "CANCELLED") throw conflict("projects.errors.cancelled");
      assertReached(toDate(input.actualOn), todayInZone());
      assertShown(input, 0);
      const baselineOn = toDay(input.baselineOn);
      const forecastOn = input.forecastOn ? toDay(input.forecastOn) : null;
      const position = await tx.milestone.count({ where: { projectId: input.projectId } });
      return tx.milestone.create({
        data: {
          ...input,
          position,
          originalBaselineOn: baselineOn,
          baselineOn,
          forecastOn,
          actualOn: input.actualOn ? toDay(input.actualOn) : null,
          baselines: { create: { approvedOn: fromCivil(reportedOn), baselineOn } },
          forecasts: { create: { reportedOn: fromCivil(reportedOn), forecastOn } },
        },
        select: { id: true, version: true },
      });
    },
    within,
  );
}

export async function updateMilestone(
  viewer: Viewer,
  { id, version, ...input }: UpdateMilestoneInput,
  within?: Within,
) {
  return inChangeSet(
    viewer,
    "milestones.update",
    null,
    async (tx) => {
      assertLive(await findMilestoneInScope(tx, viewer, id));
      return updateVersion(tx, tx.milestone, { id, version }, input);
    },
    within,
  );
}

/** A new expectation of when it will be done. Every one is kept under the day it was reported. */
export async function forecastMilestone(viewer: Viewer, input: ForecastMilestoneInput, within?: Within) {
  return inChangeSet(
    viewer,
    "milestones.forecast",
    input.note,
    async (tx) => {
      assertOpen(await findMilestoneInScope(tx, viewer, input.id));
      const forecastOn = input.forecastOn ? toDay(input.forecastOn) : null;
      const reportedOn = toDay(input.reportedOn ?? todayInZone());
      const updated = await updateVersion(tx, tx.milestone, input, { forecastOn });
      await tx.milestoneForecast.upsert({
        where: { milestoneId_reportedOn: { milestoneId: input.id, reportedOn } },
        create: { milestoneId: input.id, reportedOn, forecastOn, note: input.note },
        update: { forecastOn, note: input.note },
        select: { id: true },
      });
      return updated;
    },
    within,
  );
}

/**
 * Done on a day, with what shows it or why nothing does; an empty day takes a mistaken completion back.
 * @throws AppError INVALID where neither words nor a file show it, and no reason is given
 */
export async function completeMilestone(viewer: Viewer, input: CompleteMilestoneInput, within?: Within) {
  return inChangeSet(
    viewer,
    "milestones.complete",
    null,
    async (tx) => {
      const milestone = await findMilestoneInScope(tx, viewer, input.id);
      assertLive(milestone);
      assertReached(toDate(input.actualOn), todayInZone());
      // What takes a completion back takes its reason along.
      const noEvidenceReason = input.actualOn ? input.noEvidenceReason : null;
      const { evidence } = input;
      assertShown({ ...input, noEvidenceReason }, milestone._count.attachments);
      const actualOn = input.actualOn ? toDay(input.actualOn) : null;
      return updateVersion(tx, tx.milestone, input, { actualOn, evidence, noEvidenceReason });
    },
    within,
  );
}

/** No longer wanted from a day on: it leaves both sides of the progress. */
export async function cancelMilestone(viewer: Viewer, input: CancelMilestoneInput) {
  return inChangeSet(viewer, "milestones.cancel", input.reason, async (tx) => {
    assertOpen(await findMilestoneInScope(tx, viewer, input.id));
    return updateVersion(tx, tx.milestone, input, { cancelledOn: toDay(input.cancelledOn) });
  });
}

/** A new baseline, approved by a manager for a reason; the original and every earlier one are kept. */
export async function rebaselineMilestone(viewer: Viewer, input: RebaselineMilestoneInput) {
  return inChangeSet(viewer, "milestones.rebaseline", input.reason, async (tx) => {
    assertOpen(await findMilestoneInScope(tx, viewer, input.id));
    const baselineOn = toDay(input.baselineOn);
    const approvedOn = toDay(input.approvedOn ?? todayInZone());
    const updated = await updateVersion(tx, tx.milestone, input, { baselineOn });
    await tx.milestoneBaseline.upsert({
      where: { milestoneId_approvedOn: { milestoneId: input.id, approvedOn } },
      create: { milestoneId: input.id, approvedOn, baselineOn, reason: input.reason },
      update: { baselineOn, reason: input.reason },
      select: { id: true },
    });
    return updated;
  });
}

function toDay(date: string): Date {
  return fromCivil(toCivil(date));
}

function toDate(date: string | null): CivilDate | null {
  return date ? toCivil(date) : null;
}
