import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { newId } from "@/lib/platform/change-sets/open";
import { updateVersion } from "@/lib/platform/change-sets/update-version";
import { fromCivil, toCivil } from "@/lib/platform/dates/civil";
import type { Tx } from "@/lib/platform/db/client";
import { insertRows } from "@/lib/platform/db/insert-rows";
import { invalid } from "@/lib/platform/errors/app-error";
import { inChangeSet, type Within } from "../in-change-set";
import { lockUnitsForFirm } from "../units/queries-lock";
import { findLeaseInScope } from "./queries";
import type { CreateLeaseInput, UpdateLeaseInput } from "./schema";
import { assertUnitsFree, naming } from "./service-conflicts";
import { toLeaseRow, toLineRow } from "./service-rows";

/** A new lease with its lines. Refused in words that name the other lease where a unit is let already. */
export async function createLease(viewer: Viewer, input: CreateLeaseInput, within?: Within) {
  return naming(
    null,
    () => input,
    () =>
      inChangeSet(
        viewer,
        "leases.create",
        null,
        async (tx) => {
          const { parkId, lines } = await checkReach(tx, viewer, input);
          // The database itself refuses a unit that is let (lease_lines_let_once), and naming() then looks for the
          // other lease: asked first, each lease would pay for it. Among other writes nothing could be looked up
          // after the refusal, so there it is.
          if (within) await assertUnitsFree(tx, null, input);
          const id = newId();
          const rows = lines.map((line) => toLineRow(id, line));
          await insertRows(tx, "leases", [toLeaseRow(id, parkId, input)]);
          await insertRows(tx, "lease_lines", rows);
          return { id, version: 1, parkId };
        },
        within,
      ),
  );
}

/** Changes any of a lease's terms and lines. Lines are known by their unit. */
export async function updateLease(viewer: Viewer, input: UpdateLeaseInput, within?: Within) {
  return naming(
    input.id,
    () => input,
    () =>
      inChangeSet(
        viewer,
        "leases.update",
        input.reason,
        async (tx) => {
          const lease = await findLeaseInScope(tx, viewer, input.id);
          const { parkId, lines } = await checkReach(tx, viewer, input);
          await assertUnitsFree(tx, lease.id, input);
          const units = lines.map((line) => line.unitId);
          await tx.leaseLine.deleteMany({ where: { leaseId: lease.id, unitId: { notIn: units } } });
          const updated = await updateVersion(tx, tx.lease, input, { parkId, ...toData(input) });
          const standing = new Set(lease.lines.map((line) => line.unitId));
          for (const line of lines.map(toLineData)) {
            if (standing.has(line.unitId)) {
              await tx.leaseLine.updateMany({
                where: { leaseId: lease.id, unitId: line.unitId },
                data: line,
              });
            } else {
              await tx.leaseLine.create({ data: { ...line, leaseId: lease.id }, select: { id: true } });
            }
          }
          return updated;
        },
        within,
      ),
  );
}

/** The firm, the units and the leases named are within reach, and the units are of one park. */
async function checkReach(tx: Tx, viewer: Viewer, input: CreateLeaseInput) {
  const unitIds = input.lines.map((line) => line.unitId);
  const units = await lockUnitsForFirm(tx, viewer, unitIds, input.enterpriseId);
  if (input.renewalOfId) {
    const before = await findLeaseInScope(tx, viewer, input.renewalOfId);
    if (before.enterprise.id !== input.enterpriseId)
      throw invalid({ renewalOfId: "leases.errors.otherFirm" });
  }
  if (input.subleaseOfId) await findLeaseInScope(tx, viewer, input.subleaseOfId);
  const parkId = units.values().next().value?.parkId ?? "";
  const lines = input.lines.map((line, i) => {
    const unit = units.get(line.unitId);
    if (unit?.parkId !== parkId) throw invalid({ [`lines.${i}.unitId`]: "leases.errors.otherPark" });
    return {
      unitId: line.unitId,
      area: line.area ?? unit.area,
      seats: line.seats,
      lineFrom: line.lineFrom,
      lineTo: line.lineTo,
    };
  });
  return { parkId, lines };
}

function toData(input: CreateLeaseInput) {
  return {
    leaseNo: input.leaseNo,
    enterpriseId: input.enterpriseId,
    signedOn: toDay(input.signedOn),
    startsOn: fromCivil(toCivil(input.startsOn)),
    endsOn: fromCivil(toCivil(input.endsOn)),
    movedInOn: toDay(input.movedInOn),
    terminatedOn: toDay(input.terminatedOn),
    movedOutOn: toDay(input.movedOutOn),
    breakOn: toDay(input.breakOn),
    holdover: input.holdover,
    renewalOfId: input.renewalOfId,
    subleaseOfId: input.subleaseOfId,
    note: input.note,
  };
}

function toLineData<T extends { lineFrom: string | null; lineTo: string | null }>(line: T) {
  return { ...line, lineFrom: toDay(line.lineFrom), lineTo: toDay(line.lineTo) };
}

function toDay(date: string | null): Date | null {
  return date ? fromCivil(toCivil(date)) : null;
}
