import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { assertSeen } from "@/lib/platform/change-sets/update-version";
import { fromCivil, toCivil } from "@/lib/platform/dates/civil";
import { todayInZone } from "@/lib/platform/dates/today";
import type { Tx } from "@/lib/platform/db/client";
import { conflict, invalid, notFound } from "@/lib/platform/errors/app-error";
import { findCommitmentInScope } from "../commitments/queries";
import { assertCome, assertTyped } from "../commitments/rules";
import { inChangeSet } from "../in-change-set";
import { findMilestoneInScope } from "../milestones/queries";
import { assertLive, assertOpen, assertReached, assertShown } from "../milestones/rules";
import { toMilestoneValues } from "./queries-present";
import { milestoneFields } from "./rules";
import type { ReportMeasurementInput, ReportMilestoneInput } from "./schema";
import { keepAsked } from "./service-ask";

/**
 * What a firm says of a milestone that it owes: when it will be done, when it was, and what shows it. The office
 * decides. What is left empty is not reported; what is reported as done is shown, or said why it is not.
 * @throws AppError NOT_FOUND where the firm does not lead the project; STALE; INVALID for a day ahead
 */
export async function reportMilestone(viewer: Viewer, input: ReportMilestoneInput) {
  return inChangeSet(viewer, "change-requests.report", input.note, async (tx) => {
    const milestone = await findMilestoneInScope(tx, viewer, input.id);
    const { leadId, ownerId } = await tx.project.findUniqueOrThrow({
      where: { id: milestone.projectId },
      select: { leadId: true, ownerId: true },
    });
    if (!leadId) throw notFound();
    await assertSeen(tx, milestone, input.version);
    assertLive(milestone);
    const actualOn = input.actualOn ? toCivil(input.actualOn) : null;
    assertReached(actualOn, todayInZone());
    const present = toMilestoneValues(milestone);
    if (input.forecastOn && input.forecastOn !== present.get("forecastOn")) assertOpen(milestone);
    await assertPaper(tx, input.attachmentId, { milestoneId: input.id });
    const asking = {
      enterpriseId: leadId,
      milestoneId: input.id,
      baseVersion: input.version,
      requestVersion: input.requestVersion,
      note: input.note,
      ownerId,
    };
    const { attachmentId } = input;
    const asked = milestoneFields.map((field) => {
      const before = present.get(field) ?? null;
      return { field, before, after: input[field] ?? before };
    });
    const proof = asked.filter(({ field }) => field !== "forecastOn");
    if (proof.some(({ before, after }) => before !== after)) {
      const [actual, evidence, noEvidenceReason] = proof.map(({ after }) => after as string | null);
      const files = milestone._count.attachments;
      assertShown(
        { actualOn: actual, evidence: evidence ?? null, noEvidenceReason: noEvidenceReason ?? null },
        files,
      );
    }
    // The paper shows that it was done, or what is said of it.
    const shown = asked.find(({ field, before, after }) => field !== "forecastOn" && before !== after);
    return keepAsked(
      tx,
      viewer,
      asking,
      asked.map((one) => (one.field === shown?.field ? { ...one, attachmentId } : one)),
    );
  });
}

/**
 * What a firm measured of a promise that is its own: a value on a day, and where it comes from.
 * @throws AppError NOT_FOUND; CONFLICT where the record itself measures; INVALID for a day ahead, or one that has a value
 */
export async function reportMeasurement(viewer: Viewer, input: ReportMeasurementInput) {
  const { id, version, requestVersion, note, attachmentId, ...measured } = input;
  return inChangeSet(viewer, "change-requests.report", note, async (tx) => {
    const commitment = await findCommitmentInScope(tx, viewer, id);
    assertTyped(commitment);
    if (!commitment.promisorId) throw notFound();
    if (commitment.waivedOn) throw conflict("change-requests.errors.waived");
    await assertSeen(tx, commitment, version);
    assertCome("on", measured.on, todayInZone());
    const taken = await tx.commitmentMeasurement.findFirst({
      where: { commitmentId: id, on: fromCivil(toCivil(measured.on)) },
      select: { id: true },
    });
    if (taken) throw invalid({ on: "commitments.errors.dayTaken" });
    await assertPaper(tx, attachmentId, { commitmentId: id });
    const { promisorId: enterpriseId, ownerId } = commitment;
    const asking = { enterpriseId, commitmentId: id, baseVersion: version, requestVersion, note, ownerId };
    return keepAsked(tx, viewer, asking, [
      { field: "measurement", before: null, after: measured, attachmentId },
    ]);
  });
}

/** @throws AppError INVALID where the file is none of the record's own */
async function assertPaper(
  tx: Tx,
  id: string | null,
  beside: { milestoneId: string } | { commitmentId: string },
): Promise<void> {
  if (!id) return;
  const found = await tx.attachment.findFirst({ where: { id, ...beside }, select: { id: true } });
  if (!found) throw invalid({ attachmentId: "enterprises.errors.paper" });
}
