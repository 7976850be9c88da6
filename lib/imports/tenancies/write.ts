import "server-only";
import { createHeadcountTotals, updateHeadcounts } from "../../domain/headcounts/service-bulk";
import type { Within } from "../../domain/in-change-set";
import { computeInForcePeriod } from "../../domain/leases/rules";
import { createLeases, updateLeases } from "../../domain/leases/service-bulk";
import type { Viewer } from "../../platform/auth/viewer";
import { newId } from "../../platform/change-sets/open";
import type { CivilDate } from "../../platform/dates/civil";
import type { EnterpriseStage } from "../../platform/db/generated/enums";
import { updateFirms, writeFirms } from "../firms/write";
import { groupBy } from "../group";
import type { Step } from "../types";
import type { LeaseCreate, LeaseUpdate, TenancyWrites } from "./types";

const CHUNK = 2_500;

/** Writes firms, then leases that change (they make room), then new ones, then headcounts. */
export async function writeTenancies(
  viewer: Viewer,
  writes: TenancyWrites,
  within: Within,
  today: CivilDate,
  step: Step,
): Promise<void> {
  const stages = groupBy(writes.leases.creates, ({ firm }) => firm.key);
  const ids = await writeFirms(viewer, writes.firms.creates, within, (key) =>
    toStage(stages.get(key) ?? [], today),
  );
  await updateFirms(viewer, writes.firms.updates, within);
  await step(writes.firms.creates.length + writes.firms.updates.length);
  const idOf = (firm: { key: string; id: string | null }) => firm.id ?? ids.get(firm.key) ?? "";
  const leaseIds = new Map(writes.leases.creates.map(({ key }) => [key, newId()]));
  const renewalOf = (target: LeaseUpdate["renewalOf"]) =>
    target && ("id" in target ? target.id : (leaseIds.get(target.key) ?? null));

  // A lease that is there may come to renew one that the file brings: those wait until it is written.
  const later = writes.leases.updates.filter(({ renewalOf: target }) => target && "key" in target);
  const sooner = writes.leases.updates.filter((lease) => !later.includes(lease));
  const toPatch = ({ renewalOf: target, ...lease }: LeaseUpdate) => ({
    ...lease,
    renewalOfId: renewalOf(target),
  });
  if (sooner.length > 0) await updateLeases(viewer, sooner.map(toPatch), within);
  await step(sooner.length);
  const creates = writes.leases.creates.map(({ key, firm, renewalOf: target, ...lease }: LeaseCreate) => ({
    ...lease,
    id: leaseIds.get(key) ?? newId(),
    enterpriseId: idOf(firm),
    renewalOfId: renewalOf(target),
  }));
  for (let at = 0; at < creates.length; at += CHUNK) {
    const some = creates.slice(at, at + CHUNK);
    await createLeases(viewer, some, within);
    await step(some.length);
  }
  if (later.length > 0) await updateLeases(viewer, later.map(toPatch), within);
  await writeHeadcounts(viewer, writes.headcounts, idOf, within);
  await step(later.length + writes.headcounts.creates.length);
}

async function writeHeadcounts(
  viewer: Viewer,
  { creates, updates }: TenancyWrites["headcounts"],
  idOf: (firm: { key: string; id: string | null }) => string,
  within: Within,
): Promise<void> {
  const inputs = creates.map(({ firm, ...count }) => ({ ...count, enterpriseId: idOf(firm) }));
  if (inputs.length > 0) await createHeadcountTotals(viewer, inputs, within);
  if (updates.length > 0) await updateHeadcounts(viewer, updates, within);
}

/** Where a firm is that the file brings with its leases: in, gone, or signed and to come. */
function toStage(leases: LeaseCreate[], today: CivilDate): EnterpriseStage {
  if (leases.length === 0) return "PROSPECT";
  const periods = leases.flatMap((lease) => computeInForcePeriod(lease) ?? []);
  if (periods.some(({ from, to }) => from <= today && (to === null || today <= to))) return "IN";
  return periods.some(({ from }) => from > today) ? "SIGNED" : "EXITED";
}
