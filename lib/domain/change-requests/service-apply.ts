import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { fromCivil, toCivilOrNull } from "@/lib/platform/dates/civil";
import { civilInZone } from "@/lib/platform/dates/today";
import type { Tx } from "@/lib/platform/db/client";
import { conflict } from "@/lib/platform/errors/app-error";
import { correctMeasurementSchema, measureCommitmentSchema } from "../commitments/schema";
import { correctMeasurement, measureCommitment } from "../commitments/service-measurements";
import { toQualification } from "../enterprises/dto";
import { assertNotMerged, findEnterpriseInScope } from "../enterprises/queries";
import { enterpriseFields, qualificationSchema } from "../enterprises/schema";
import { type EnterpriseFields, writeEnterpriseFields } from "../enterprises/service-fields";
import { findMilestoneInScope } from "../milestones/queries";
import { isShown } from "../milestones/rules";
import { completeMilestoneSchema, forecastMilestoneSchema } from "../milestones/schema";
import { completeMilestone, forecastMilestone } from "../milestones/service";
import type { ChangeRequestFieldRow, ChangeRequestRow } from "./dto";
import { qualificationOf } from "./rules";

/**
 * Writes what was accepted to the record that the request is about, through that record's own service and rules, within
 * the change set of the decision.
 */
export async function applyAccepted(
  tx: Tx,
  viewer: Viewer,
  request: ChangeRequestRow,
  accepted: ChangeRequestFieldRow[],
): Promise<void> {
  if (request.milestoneId) await applyToMilestone(tx, viewer, request, accepted);
  else if (request.commitmentId) await applyMeasurement(tx, viewer, request.commitmentId, accepted);
  else await applyToFirm(tx, viewer, request.enterpriseId, accepted);
}

async function applyToFirm(tx: Tx, viewer: Viewer, id: string, accepted: ChangeRequestFieldRow[]) {
  const firm = await findEnterpriseInScope(tx, viewer, id);
  assertNotMerged(firm);
  const asked: Record<string, unknown> = {};
  const papers = accepted.filter(({ field }) => qualificationOf(field));
  for (const { field, after } of accepted) if (!qualificationOf(field)) asked[field] = after;
  // Read once more as its own input is: what was kept as JSON is text to whoever writes it.
  const fields = Object.fromEntries(
    Object.entries(asked).map(([field, value]) => [
      field,
      enterpriseFields[field as keyof typeof enterpriseFields].parse(value),
    ]),
  ) as EnterpriseFields;
  if (papers.length > 0)
    fields.qualifications = mergePapers(firm.qualifications.map(toQualification), papers);
  await writeEnterpriseFields(tx, viewer, firm, firm.version, fields);
}

type Qualification = ReturnType<typeof toQualification>;

function mergePapers(standing: Qualification[], papers: ChangeRequestFieldRow[]) {
  const asked = new Map(papers.map((field) => [qualificationOf(field.field) ?? "", field]));
  const kept = standing.filter(({ id }) => !asked.has(id));
  const wanted = [...asked].flatMap(([id, { after, attachmentId }]) =>
    after === null ? [] : [qualificationSchema.parse({ ...(after as object), id, attachmentId })],
  );
  return [...kept, ...wanted];
}

async function applyToMilestone(
  tx: Tx,
  viewer: Viewer,
  request: ChangeRequestRow,
  accepted: ChangeRequestFieldRow[],
) {
  const id = request.milestoneId ?? "";
  const milestone = await findMilestoneInScope(tx, viewer, id);
  const asked = new Map(accepted.map(({ field, after }) => [field, after]));
  // Services that join a change set look at no header of their own.
  const within = { tx, changeSetId: "" };
  let { version } = milestone;
  if (asked.has("forecastOn")) {
    const input = forecastMilestoneSchema.parse({
      ...{ id, version, forecastOn: asked.get("forecastOn") },
      // It was said on the day that it was asked, however long the office took.
      reportedOn: civilInZone(request.askedAt),
      note: request.note?.slice(0, 500),
    });
    version = (await forecastMilestone(viewer, input, within)).version;
  }
  if (["actualOn", "evidence", "noEvidenceReason"].some((field) => asked.has(field))) {
    const input = completeMilestoneSchema.parse({
      ...{ id, version },
      actualOn: asked.get("actualOn") ?? toCivilOrNull(milestone.actualOn),
      evidence: asked.get("evidence") ?? milestone.evidence,
      noEvidenceReason: asked.get("noEvidenceReason") ?? milestone.noEvidenceReason,
    });
    const shown = isShown(input, milestone._count.attachments) || input.noEvidenceReason;
    // Its form has no field for this: what was asked is to be decided another way.
    if (input.actualOn && !shown) throw conflict("change-requests.errors.shownToo");
    if (!input.actualOn && input.noEvidenceReason) throw conflict("change-requests.errors.doneToo");
    await completeMilestone(viewer, input, within);
  }
}

async function applyMeasurement(
  tx: Tx,
  viewer: Viewer,
  commitmentId: string,
  accepted: ChangeRequestFieldRow[],
) {
  const within = { tx, changeSetId: "" };
  for (const { after } of accepted) {
    const input = measureCommitmentSchema.parse({ ...(after as object), commitmentId });
    const standing = await tx.commitmentMeasurement.findFirst({
      where: { commitmentId, on: fromCivil(input.on) },
      select: { id: true, version: true },
    });
    // The firm saw the day's value when it asked again: what it says puts that right.
    if (!standing) await measureCommitment(viewer, input, within);
    else await correctMeasurement(viewer, correctMeasurementSchema.parse({ ...input, ...standing }), within);
  }
}
