import { z } from "zod";
import { civilDate, optionalDate } from "@/lib/platform/values/dates";
import { decimalString } from "@/lib/platform/values/numbers";
import { optionalText, text } from "@/lib/platform/values/text";

const fields = {
  titleZh: optionalText(200),
  titleEn: optionalText(200),
  weight: decimalString({ dp: 3, min: 0.001, max: 100_000 }),
  owner: optionalText(80),
};

type Titled = { titleZh: string | null; titleEn: string | null };
const titled = (milestone: Titled) => Boolean(milestone.titleZh || milestone.titleEn);
/** What shows that it is done, or why nothing does; the files beside it count as well. */
const proof = { evidence: optionalText(2000), noEvidenceReason: optionalText(500) };
const titleNeeded = { path: ["titleZh"], message: "errors.oneNameNeeded" };

const versioned = { id: z.uuid(), version: z.coerce.number().int() };

export const createMilestoneSchema = z
  .object({
    projectId: z.uuid(),
    ...fields,
    baselineOn: civilDate(),
    forecastOn: optionalDate(),
    actualOn: optionalDate(),
    ...proof,
  })
  .refine(titled, titleNeeded);
export const updateMilestoneSchema = z.object({ ...versioned, ...fields }).refine(titled, titleNeeded);
export const forecastMilestoneSchema = z.object({
  ...versioned,
  forecastOn: optionalDate(),
  reportedOn: civilDate().optional(),
  note: optionalText(500),
});
export const completeMilestoneSchema = z.object({
  ...versioned,
  actualOn: optionalDate(),
  ...proof,
});
export const cancelMilestoneSchema = z.object({ ...versioned, cancelledOn: civilDate(), reason: text(500) });
export const rebaselineMilestoneSchema = z.object({
  ...versioned,
  baselineOn: civilDate(),
  approvedOn: civilDate().optional(),
  reason: text(500),
});

export const proposeBaselineSchema = z.object({
  ...versioned,
  baselineOn: civilDate(),
  proposedOn: civilDate().optional(),
  reason: text(500),
});
/** Of the milestone's open proposal. */
const decision = { ...versioned, decidedOn: civilDate().optional() };
export const approveBaselineSchema = z.object({ ...decision, note: optionalText(500) });
export const refuseBaselineSchema = z.object({ ...decision, note: text(500) });
/** The milestone waits for another: finish to start. */
export const dependMilestoneSchema = z.object({ ...versioned, predecessorId: z.uuid() });
export const releaseMilestoneSchema = z.object({ ...versioned, predecessorId: z.uuid() });

export type ProposeBaselineInput = z.output<typeof proposeBaselineSchema>;
export type ApproveBaselineInput = z.output<typeof approveBaselineSchema>;
export type RefuseBaselineInput = z.output<typeof refuseBaselineSchema>;
export type DependMilestoneInput = z.output<typeof dependMilestoneSchema>;
export type ReleaseMilestoneInput = z.output<typeof releaseMilestoneSchema>;
export type CreateMilestoneInput = z.output<typeof createMilestoneSchema>;
export type UpdateMilestoneInput = z.output<typeof updateMilestoneSchema>;
export type ForecastMilestoneInput = z.output<typeof forecastMilestoneSchema>;
export type CompleteMilestoneInput = z.output<typeof completeMilestoneSchema>;
export type CancelMilestoneInput = z.output<typeof cancelMilestoneSchema>;
export type RebaselineMilestoneInput = z.output<typeof rebaselineMilestoneSchema>;
