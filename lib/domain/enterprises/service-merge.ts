import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { updateVersion } from "@/lib/platform/change-sets/update-version";
import { fromCivil } from "@/lib/platform/dates/civil";
import { todayInZone } from "@/lib/platform/dates/today";
import type { Tx } from "@/lib/platform/db/client";
import { conflict, invalid } from "@/lib/platform/errors/app-error";
import type { CustomKept } from "../custom-fields/dto";
import { inChangeSet } from "../in-change-set";
import { toNameFields } from "./name-fields";
import { findEnterpriseInScope } from "./queries";
import { findMergeProblem } from "./queries-merge";
import { computeMerged, computeMergedCustom } from "./rules";
import type { MergeEnterprisesInput } from "./schema";
import {
  moveChangeRequests,
  moveContacts,
  moveEmployees,
  moveHeadcounts,
  moveIdentifiers,
  movePresences,
  moveQualifications,
  moveUsers,
} from "./service-parts";
import { moveJoining, movePromises, moveReturns } from "./service-promises";

/**
 * Makes one of a firm that was entered twice: all that one record has goes to the other, its names and identifiers
 * as former ones. The row that goes stays as a signpost, out of lists, search and matching.
 * @throws AppError NOT_FOUND out of reach; STALE; CONFLICT ended, merged, a branch of the other, or partly out of reach
 */
export async function mergeEnterprises(viewer: Viewer, input: MergeEnterprisesInput) {
  const { id, goesId } = input;
  return inChangeSet(viewer, "enterprises.merge", input.reason, async (tx) => {
    if (id === goesId) throw invalid({ goesId: "enterprises.errors.mergeItself" });
    await findEnterpriseInScope(tx, viewer, id);
    await findEnterpriseInScope(tx, viewer, goesId);
    // Two who merge one pair at once, either way round, queue here instead of deadlocking.
    await tx.$queryRaw`SELECT id FROM enterprises WHERE id IN (${id}::uuid, ${goesId}::uuid) ORDER BY id FOR UPDATE`;
    const stays = await findEnterpriseInScope(tx, viewer, id);
    const goes = await findEnterpriseInScope(tx, viewer, goesId);
    const problem = await findMergeProblem(tx, viewer, stays, goes);
    if (problem) throw conflict(problem);
    // The row that goes first: what is its own alone, such as a live identifier, is free when the other takes it.
    const gone = {
      mergedIntoId: id,
      endedOn: fromCivil(todayInZone()),
      nameKeyZh: "",
      nameKeyEn: "",
      search: "",
    };
    await updateVersion(tx, tx.enterprise, { id: goesId, version: input.goesVersion }, gone);
    const moved = await moveParts(tx, id, goesId);
    const identifiers = await tx.enterpriseIdentifier.findMany({ where: { enterpriseId: id } });
    const merged = {
      ...computeMerged(stays, goes, input.take),
      branchOfId: stays.branchOfId ?? goes.branchOfId,
    };
    const kept = (firm: typeof stays) => firm.custom as CustomKept;
    const custom = computeMergedCustom(kept(stays), kept(goes), input.take);
    const data = { ...merged, ...toNameFields({ ...merged, identifiers }), custom };
    const updated = await updateVersion(tx, tx.enterprise, input, data);
    return { id: updated.id, version: updated.version, moved };
  });
}

/** All that hangs on the firm that goes, by count. */
async function moveParts(tx: Tx, id: string, goesId: string) {
  const version = { increment: 1 };
  const leases = await tx.lease.updateMany({
    where: { enterpriseId: goesId },
    data: { enterpriseId: id, version },
  });
  const projects = await tx.project.updateMany({ where: { leadId: goesId }, data: { leadId: id, version } });
  // A file's bytes stay where they are: whose it is is one column.
  const attachments = await tx.attachment.updateMany({
    where: { enterpriseId: goesId },
    data: { enterpriseId: id, version },
  });
  const branches = await tx.enterprise.updateMany({
    where: { branchOfId: goesId },
    data: { branchOfId: id, version },
  });
  await movePromises(tx, id, goesId);
  await moveJoining(tx, id, goesId);
  const returns = await moveReturns(tx, id, goesId);
  // Firms merged into the one that goes point straight to the one that stays: no chain to follow.
  await tx.enterprise.updateMany({ where: { mergedIntoId: goesId }, data: { mergedIntoId: id, version } });
  return {
    leases: leases.count,
    projects: projects.count,
    branches: branches.count,
    headcounts: await moveHeadcounts(tx, id, goesId),
    employees: await moveEmployees(tx, id, goesId),
    presences: await movePresences(tx, id, goesId),
    identifiers: await moveIdentifiers(tx, id, goesId),
    contacts: await moveContacts(tx, id, goesId),
    users: await moveUsers(tx, id, goesId),
    qualifications: await moveQualifications(tx, id, goesId),
    changeRequests: await moveChangeRequests(tx, id, goesId),
    returns,
    attachments: attachments.count,
  };
}
