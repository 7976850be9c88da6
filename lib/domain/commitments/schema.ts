import { z } from "zod";
import { filterDate, filterId, listParams, oneOf } from "@/lib/platform/paging/list-params";
import { currencies } from "@/lib/platform/values/currencies";
import { civilDate } from "@/lib/platform/values/dates";
import { decimalString } from "@/lib/platform/values/numbers";
import { codeText, optionalText, text } from "@/lib/platform/values/text";
import { findTurn, isPromised } from "./rules";

export const commitmentMetrics = [
  "TYPED",
  "HEADCOUNT",
  "OCCUPIED_AREA",
  "PROGRAMME_COMPLETED",
  "ISSUANCE",
  "MILESTONES_REACHED",
] as const;
export const commitmentPaths = ["LINEAR", "STEPPED"] as const;
/** As the reports compute them; none of them is typed. */
export const commitmentOutcomes = ["OPEN", "MET", "PARTLY", "NOT_MET", "WAIVED", "NONE"] as const;

const optionalId = z
  .union([z.uuid(), z.literal("")])
  .nullish()
  .transform((id) => id || null);

const value = () => decimalString({ dp: 4, min: -1e15, max: 1e15 });

const fields = {
  code: codeText(40),
  titleZh: optionalText(200),
  titleEn: optionalText(200),
  /** Who promised: a firm of the zone, or whoever else by name. */
  promisorId: optionalId,
  promisorZh: optionalText(200),
  promisorEn: optionalText(200),
  promiseeZh: optionalText(200),
  promiseeEn: optionalText(200),
  sourceZh: optionalText(500),
  sourceEn: optionalText(500),
  agreementId: optionalId,
  projectId: optionalId,
  metric: z.enum(commitmentMetrics).default("TYPED"),
  /** What a live metric counts; of those that its metric does not know nothing is kept. */
  ofEnterpriseId: optionalId,
  ofParkId: optionalId,
  ofProgrammeId: optionalId,
  ofProjectId: optionalId,
  ofAgreementId: optionalId,
  unitZh: optionalText(40),
  unitEn: optionalText(40),
  baselineValue: value(),
  baselineOn: civilDate(),
  targetValue: value(),
  targetOn: civilDate(),
  path: z.enum(commitmentPaths).default("LINEAR"),
  /** Of a stepped path: from this day on, this much is expected. */
  steps: z
    .array(z.object({ on: civilDate(), value: value() }))
    .max(60)
    .default([]),
  ownerId: optionalId,
};

type Given = z.output<z.ZodObject<typeof fields>>;

/** What the fields must say together; the database says most of it once more. */
function whole(given: Given, context: z.RefinementCtx): void {
  const refuse = (path: (string | number)[], message: string) =>
    context.addIssue({ code: "custom", path, message });
  if (!given.titleZh && !given.titleEn) refuse(["titleZh"], "errors.oneNameNeeded");
  if (!isPromised(given)) refuse(["promisorId"], "commitments.errors.promisorNeeded");
  if (given.targetOn <= given.baselineOn) refuse(["targetOn"], "commitments.errors.dueAfterBaseline");
  if (given.metric === "ISSUANCE" && !currencies.some((one) => one === given.unitEn)) {
    refuse(["unitEn"], "commitments.errors.unitCurrency");
  }
  if (given.path !== "STEPPED") return;
  if (given.steps.length === 0) refuse(["steps"], "commitments.errors.stepsNeeded");
  const days = new Set<string>();
  for (const [i, { on }] of given.steps.entries()) {
    if (on <= given.baselineOn || on >= given.targetOn) {
      refuse(["steps", i, "on"], "commitments.errors.stepBetween");
    } else if (days.has(on)) refuse(["steps", i, "on"], "commitments.errors.stepTwice");
    days.add(on);
  }
  const back = findTurn(given);
  if (back !== null) refuse(["steps", back, "value"], "commitments.errors.stepBack");
}

const versioned = { id: z.uuid(), version: z.coerce.number().int() };

export const createCommitmentSchema = z.object(fields).superRefine(whole);
export const updateCommitmentSchema = z.object({ ...versioned, ...fields }).superRefine(whole);

const measured = { on: civilDate(), value: value(), source: text(300), evidence: optionalText(2000) };

export const measureCommitmentSchema = z.object({ commitmentId: z.uuid(), ...measured });
/** Of a measurement, by its own id and version. */
export const correctMeasurementSchema = z.object({ ...versioned, ...measured });
export const removeMeasurementSchema = z.object({ ...versioned, reason: optionalText(500) });
export const waiveCommitmentSchema = z.object({ ...versioned, waivedOn: civilDate(), reason: text(500) });
export const unwaiveCommitmentSchema = z.object({ ...versioned, reason: optionalText(500) });

export const commitmentListSchema = listParams({
  sort: ["title", "code", "targetOn"],
  defaultSort: "code",
  filters: {
    metric: oneOf(commitmentMetrics),
    outcome: oneOf(commitmentOutcomes),
    agreement: filterId(),
    project: filterId(),
    promisor: filterId(),
    /** Due by this day. */
    dueBy: filterDate(),
  },
});

export type CreateCommitmentInput = z.output<typeof createCommitmentSchema>;
export type UpdateCommitmentInput = z.output<typeof updateCommitmentSchema>;
export type MeasureCommitmentInput = z.output<typeof measureCommitmentSchema>;
export type CorrectMeasurementInput = z.output<typeof correctMeasurementSchema>;
export type RemoveMeasurementInput = z.output<typeof removeMeasurementSchema>;
export type WaiveCommitmentInput = z.output<typeof waiveCommitmentSchema>;
export type UnwaiveCommitmentInput = z.output<typeof unwaiveCommitmentSchema>;
export type CommitmentListParams = z.output<typeof commitmentListSchema>;
