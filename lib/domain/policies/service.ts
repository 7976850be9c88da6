import "server-only";
import { assertReachesZone, type Viewer } from "@/lib/platform/auth/viewer";
import { updateVersion } from "@/lib/platform/change-sets/update-version";
import type { Tx } from "@/lib/platform/db/client";
import { toSearchable } from "@/lib/platform/names/searchable";
import { toSortKeys } from "@/lib/platform/names/sort-keys";
import { assertAgreements } from "../agreements/queries-options";
import { findEnterpriseInScope } from "../enterprises/queries";
import { inChangeSet, type Within } from "../in-change-set";
import { assertProgrammesInScope } from "../programmes/queries";
import { findPolicyInScope } from "./queries";
import type { CreatePolicyInput, UpdatePolicyInput } from "./schema";

export async function createPolicy(viewer: Viewer, input: CreatePolicyInput, within?: Within) {
  return inChangeSet(
    viewer,
    "policies.create",
    null,
    async (tx) => {
      assertReachesZone(viewer);
      await checkReach(tx, viewer, input);
      const created = await tx.policy.create({ data: toData(input), select: { id: true, version: true } });
      await writeTies(tx, created.id, input);
      return created;
    },
    within,
  );
}

export async function updatePolicy(viewer: Viewer, { id, version, ...input }: UpdatePolicyInput) {
  return inChangeSet(viewer, "policies.update", null, async (tx) => {
    assertReachesZone(viewer);
    await findPolicyInScope(tx, viewer, id);
    await checkReach(tx, viewer, input);
    const updated = await updateVersion(tx, tx.policy, { id, version }, toData(input));
    await writeTies(tx, id, input);
    return updated;
  });
}

/** What the policy is tied to, and nothing else; a tie that stays is not written again. */
async function writeTies(tx: Tx, policyId: string, { agreements, programmes }: CreatePolicyInput) {
  const [agreementIds, programmeIds] = [
    [...new Set(agreements.map(({ agreementId }) => agreementId))],
    [...new Set(programmes.map(({ programmeId }) => programmeId))],
  ];
  await tx.policyAgreement.deleteMany({ where: { policyId, agreementId: { notIn: agreementIds } } });
  await tx.policyProgramme.deleteMany({ where: { policyId, programmeId: { notIn: programmeIds } } });
  await tx.policyAgreement.createMany({
    data: agreementIds.map((agreementId) => ({ policyId, agreementId })),
    skipDuplicates: true,
  });
  await tx.policyProgramme.createMany({
    data: programmeIds.map((programmeId) => ({ policyId, programmeId })),
    skipDuplicates: true,
  });
}

async function checkReach(tx: Tx, viewer: Viewer, input: CreatePolicyInput): Promise<void> {
  if (input.systemId) await findPolicyInScope(tx, viewer, input.systemId);
  if (input.instituteId) await findEnterpriseInScope(tx, viewer, input.instituteId);
  await assertAgreements(
    tx,
    viewer,
    input.agreements.map(({ agreementId }) => agreementId),
  );
  await assertProgrammesInScope(
    tx,
    viewer,
    input.programmes.map(({ programmeId }) => programmeId),
  );
}

function toData({ agreements: _, programmes: __, ...input }: CreatePolicyInput) {
  return {
    ...input,
    ...toSortKeys(input.titleZh, input.titleEn),
    search: toSearchable(input.code, [input.titleZh, input.titleEn]),
  };
}
