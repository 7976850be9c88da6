import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { updateVersion } from "@/lib/platform/change-sets/update-version";
import { fromCivil } from "@/lib/platform/dates/civil";
import { todayInZone } from "@/lib/platform/dates/today";
import type { Tx } from "@/lib/platform/db/client";
import { conflict, invalid } from "@/lib/platform/errors/app-error";
import { inChangeSet } from "../in-change-set";
import { toNameFields } from "./name-fields";
import { findEnterpriseInScope } from "./queries";
import { type MergeEnterprisesInput, mergeFields } from "./schema";
import { moveContacts, moveHeadcounts, moveIdentifiers, movePresences, moveUsers } from "./service-parts";

type Firm = Awaited<ReturnType<typeof findEnterpriseInScope>>;

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
    await assertMayMerge(tx, viewer, stays, goes);
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
    const merged = toMerged(stays, goes, input.take);
    const data = { ...merged, ...toNameFields({ ...merged, identifiers }) };
    const updated = await updateVersion(tx, tx.enterprise, input, data);
    return { id: updated.id, version: updated.version, moved };
  });
}

async function assertMayMerge(tx: Tx, viewer: Viewer, stays: Firm, goes: Firm): Promise<void> {
  if (stays.mergedIntoId || goes.mergedIntoId) throw conflict("enterprises.errors.mergedAlready");
  if (stays.endedOn || goes.endedOn) throw conflict("enterprises.errors.mergeEnded");
  const ids = [stays.id, goes.id];
  const [chain] = await tx.$queryRaw<{ circle: boolean }[]>`
    WITH RECURSIVE heads AS (
      SELECT id AS firm, branch_of_id AS head FROM enterprises WHERE id = ANY (${ids}::uuid[])
      UNION SELECT h.firm, e.branch_of_id FROM heads h JOIN enterprises e ON e.id = h.head)
    SELECT EXISTS (SELECT 1 FROM heads WHERE head = ANY (${ids}::uuid[])) AS circle`;
  if (chain?.circle) throw conflict("enterprises.errors.mergeBranch");
  if (viewer.parkIds === null) return;
  const [beyond] = await tx.$queryRaw<{ some: boolean }[]>`
    SELECT EXISTS (
      SELECT 1 FROM (
        SELECT enterprise_id AS firm, park_id FROM leases UNION ALL SELECT enterprise_id, park_id FROM presences
        UNION ALL SELECT enterprise_id, park_id FROM headcounts UNION ALL SELECT lead_id, park_id FROM projects) x
      WHERE x.firm = ANY (${ids}::uuid[]) AND x.park_id <> ALL (${[...viewer.parkIds]}::uuid[])) AS some`;
  if (beyond?.some) throw conflict("enterprises.errors.mergeBeyondReach");
}

/** All that hangs on the firm that goes, by count. */
async function moveParts(tx: Tx, id: string, goesId: string) {
  const version = { increment: 1 };
  const leases = await tx.lease.updateMany({
    where: { enterpriseId: goesId },
    data: { enterpriseId: id, version },
  });
  const projects = await tx.project.updateMany({ where: { leadId: goesId }, data: { leadId: id, version } });
  const branches = await tx.enterprise.updateMany({
    where: { branchOfId: goesId },
    data: { branchOfId: id, version },
  });
  return {
    leases: leases.count,
    projects: projects.count,
    branches: branches.count,
    headcounts: await moveHeadcounts(tx, id, goesId),
    presences: await movePresences(tx, id, goesId),
    identifiers: await moveIdentifiers(tx, id, goesId),
    contacts: await moveContacts(tx, id, goesId),
    users: await moveUsers(tx, id, goesId),
  };
}

/** The staying firm's values, else the other's, or as chosen; every name that is not kept is a former one. */
function toMerged(stays: Firm, goes: Firm, take: MergeEnterprisesInput["take"]) {
  const empty = (field: (typeof mergeFields)[number]) =>
    stays[field] === null || stays[field] === "" || (field === "cluster" && stays.cluster === "OTHER");
  const chosen = Object.fromEntries(
    mergeFields.map((field) => [field, take.includes(field) || empty(field) ? goes[field] : stays[field]]),
  ) as Pick<Firm, (typeof mergeFields)[number]>;
  const kept = [chosen.nameZh, chosen.nameEn, chosen.shortName];
  const names = [stays, goes].flatMap((firm) => [
    ...firm.formerNames,
    firm.nameZh,
    firm.nameEn,
    firm.shortName,
  ]);
  const former = names.filter((name): name is string => Boolean(name) && !kept.includes(name));
  return { ...chosen, branchOfId: stays.branchOfId ?? goes.branchOfId, formerNames: [...new Set(former)] };
}
