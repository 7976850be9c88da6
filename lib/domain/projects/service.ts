import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { updateVersion } from "@/lib/platform/change-sets/update-version";
import { fromCivil, toCivil } from "@/lib/platform/dates/civil";
import { todayInZone } from "@/lib/platform/dates/today";
import type { Tx } from "@/lib/platform/db/client";
import { conflict, invalid } from "@/lib/platform/errors/app-error";
import { toSearchable } from "@/lib/platform/names/searchable";
import { toSortKeys } from "@/lib/platform/names/sort-keys";
import { hasAgreements } from "../agreements/queries-options";
import { readCustomInput } from "../custom-fields/queries-values";
import { findEnterpriseInScope } from "../enterprises/queries";
import { inChangeSet, type Within } from "../in-change-set";
import { findParkInScope } from "../parks/queries";
import { assertOwner } from "../users/queries";
import { findProjectInScope } from "./queries";
import type {
  CancelProjectInput,
  CreateProjectInput,
  ReportProjectInput,
  UpdateProjectInput,
} from "./schema";
import { assertPartners, replacePartners, toPartners } from "./service-partners";

export async function createProject(viewer: Viewer, input: CreateProjectInput, within?: Within) {
  return inChangeSet(
    viewer,
    "projects.create",
    null,
    async (tx) => {
      await checkReach(tx, viewer, input);
      assertDelivered(input.deliveredOn);
      const custom = await readCustomInput(tx, viewer, "PROJECT", {}, input.custom);
      const { partners = [] } = input;
      await assertPartners(tx, viewer, partners);
      return tx.project.create({
        data: { ...toData(input), custom, partners: { create: toPartners(partners) } },
        select: { id: true, version: true },
      });
    },
    within,
  );
}

export async function updateProject(
  viewer: Viewer,
  { id, version, ...input }: UpdateProjectInput,
  within?: Within,
) {
  return inChangeSet(
    viewer,
    "projects.update",
    null,
    async (tx) => {
      const project = await findProjectInScope(tx, viewer, id);
      if (project.stage === "CANCELLED") throw conflict("projects.errors.cancelled");
      await checkReach(tx, viewer, input);
      assertDelivered(input.deliveredOn);
      const custom = await readCustomInput(tx, viewer, "PROJECT", project.custom, input.custom);
      const updated = await updateVersion(tx, tx.project, { id, version }, { ...toData(input), custom });
      if (input.partners) await replacePartners(tx, viewer, id, input.partners);
      return updated;
    },
    within,
  );
}

/** Ends a project before it delivered, from a day on; its reports up to that day stay. */
export async function cancelProject(viewer: Viewer, input: CancelProjectInput) {
  return inChangeSet(viewer, "projects.cancel", input.reason, async (tx) => {
    await findProjectInScope(tx, viewer, input.id);
    const cancelledOn = fromCivil(toCivil(input.cancelledOn));
    return updateVersion(tx, tx.project, input, { stage: "CANCELLED" as const, cancelledOn });
  });
}

/** A narrative update, dated: what happened, in either language. */
export async function reportProject(viewer: Viewer, input: ReportProjectInput, within?: Within) {
  return inChangeSet(
    viewer,
    "projects.report",
    null,
    async (tx) => {
      const project = await findProjectInScope(tx, viewer, input.projectId);
      if (project.stage === "CANCELLED") throw conflict("projects.errors.cancelled");
      return tx.projectUpdate.create({
        data: {
          ...input,
          on: fromCivil(toCivil(input.on)),
          periodFrom: toDay(input.periodFrom),
          periodTo: toDay(input.periodTo),
        },
        select: { id: true, version: true },
      });
    },
    within,
  );
}

/** An officer limited to parks keeps its projects in them. */
async function checkReach(tx: Tx, viewer: Viewer, input: CreateProjectInput): Promise<void> {
  if (input.parkId) await findParkInScope(tx, viewer, input.parkId);
  else if (viewer.parkIds !== null) throw invalid({ parkId: "errors.required" });
  if (input.leadId) await findEnterpriseInScope(tx, viewer, input.leadId);
  if (input.ownerId) await assertOwner(tx, input.ownerId);
  if (input.agreementId && !(await hasAgreements(tx, viewer, [input.agreementId]))) {
    throw invalid({ agreementId: "projects.errors.agreementGone" });
  }
}

/** A day that has not come has delivered nothing. @throws AppError INVALID */
function assertDelivered(deliveredOn: string | null | undefined): void {
  if (deliveredOn && deliveredOn > todayInZone()) {
    throw invalid({ deliveredOn: "milestones.errors.future" });
  }
}

/** Undefined where it is not named, so that it stays. */
function toDay(date: string | null | undefined): Date | null | undefined {
  return date ? fromCivil(toCivil(date)) : (date as null | undefined);
}

function toData({ plannedInvestment, custom: _, partners: __, ...input }: CreateProjectInput) {
  return {
    ...input,
    ...toSortKeys(input.titleZh, input.titleEn),
    search: toSearchable(input.code, [input.titleZh, input.titleEn]),
    startedOn: toDay(input.startedOn),
    deliveredOn: toDay(input.deliveredOn),
    plannedInvestment: plannedInvestment?.amount ?? null,
    plannedInvestmentCurrency: plannedInvestment?.currency ?? null,
  };
}
