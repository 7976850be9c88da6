import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { newId } from "@/lib/platform/change-sets/open";
import { updateVersion } from "@/lib/platform/change-sets/update-version";
import { fromCivil, toCivil } from "@/lib/platform/dates/civil";
import type { Tx } from "@/lib/platform/db/client";
import { invalid } from "@/lib/platform/errors/app-error";
import { readCustomInput } from "../custom-fields/queries-values";
import { inChangeSet, type Within } from "../in-change-set";
import { findParkInScope } from "../parks/queries";
import { assertOwner } from "../users/queries";
import { toNameFields } from "./name-fields";
import { assertNotMerged, findEnterpriseInScope } from "./queries";
import type { CloseEnterpriseInput, CreateEnterpriseInput, UpdateEnterpriseInput } from "./schema";
import { addRows, assertIdentifiersFree, replaceRows, writeQualifications } from "./service-fields";

export async function createEnterprise(viewer: Viewer, input: CreateEnterpriseInput, within?: Within) {
  return inChangeSet(
    viewer,
    "enterprises.create",
    null,
    async (tx) => {
      const id = newId();
      await checkReach(tx, viewer, id, input);
      const custom = await readCustomInput(tx, viewer, "ENTERPRISE", {}, input.custom);
      await tx.enterprise.create({ data: { id, ...toData(input), custom }, select: { id: true } });
      await writeParts(tx, id, input, addRows);
      return { id, version: 1 };
    },
    within,
  );
}

/** Changes a firm with its identifiers, contacts and presences; only what differs is written. */
export async function updateEnterprise(
  viewer: Viewer,
  { id, version, ...input }: UpdateEnterpriseInput,
  within?: Within,
) {
  return inChangeSet(
    viewer,
    "enterprises.update",
    null,
    async (tx) => {
      const firm = await findEnterpriseInScope(tx, viewer, id);
      assertNotMerged(firm);
      await checkReach(tx, viewer, id, input);
      const custom = await readCustomInput(tx, viewer, "ENTERPRISE", firm.custom, input.custom);
      const data = { ...toData(input), custom };
      const updated = await updateVersion(tx, tx.enterprise, { id, version }, data);
      await writeParts(tx, id, input, replaceRows);
      return updated;
    },
    within,
  );
}

/** The firm is gone from a day on: nothing of its past changes. Refused while a lease still runs then. */
export async function closeEnterprise(viewer: Viewer, input: CloseEnterpriseInput) {
  return inChangeSet(viewer, "enterprises.close", input.reason, async (tx) => {
    assertNotMerged(await findEnterpriseInScope(tx, viewer, input.id));
    const endedOn = fromCivil(toCivil(input.endedOn));
    const running = await tx.leaseLine.findFirst({
      where: {
        lease: { enterpriseId: input.id },
        inForceFrom: { not: null },
        OR: [{ inForceTo: null }, { inForceTo: { gt: endedOn } }],
      },
      select: { lease: { select: { leaseNo: true } } },
    });
    if (running) {
      const message = `enterprises.errors.stillLeasing?lease=${encodeURIComponent(running.lease.leaseNo)}`;
      throw invalid({ endedOn: message }, message);
    }
    return updateVersion(tx, tx.enterprise, input, { endedOn, stage: "EXITED" as const });
  });
}

/** What the input points at exists for the viewer; an identifier that another firm has is named as such. */
async function checkReach(tx: Tx, viewer: Viewer, id: string, input: CreateEnterpriseInput): Promise<void> {
  for (const parkId of new Set(input.presences.map((presence) => presence.parkId))) {
    await findParkInScope(tx, viewer, parkId);
  }
  if (input.branchOfId) {
    if (input.branchOfId === id) throw invalid({ branchOfId: "enterprises.errors.ownBranch" });
    await findEnterpriseInScope(tx, viewer, input.branchOfId);
  }
  if (input.ownerId) await assertOwner(tx, input.ownerId);
  await assertIdentifiersFree(tx, viewer, id, input.identifiers);
}

function toData({
  identifiers,
  contacts,
  presences,
  qualifications,
  custom: _,
  ...input
}: CreateEnterpriseInput) {
  return { ...input, ...toNameFields({ ...input, identifiers }) };
}

/** @param write how: a firm that is new has no rows to compare with */
async function writeParts(
  tx: Tx,
  enterpriseId: string,
  input: CreateEnterpriseInput,
  write: typeof addRows | typeof replaceRows,
): Promise<void> {
  const presences = input.presences.map(({ fromOn, toOn, ...presence }) => ({
    ...presence,
    fromOn: fromCivil(toCivil(fromOn)),
    toOn: toOn ? fromCivil(toCivil(toOn)) : null,
  }));
  await write(tx.enterpriseIdentifier, enterpriseId, input.identifiers);
  await write(tx.enterpriseContact, enterpriseId, input.contacts);
  await write(tx.presence, enterpriseId, presences);
  if (input.qualifications) await writeQualifications(tx, enterpriseId, input.qualifications);
}
