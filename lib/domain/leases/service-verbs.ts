import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { updateVersion } from "@/lib/platform/change-sets/update-version";
import { fromCivil, toCivil, toCivilOrNull } from "@/lib/platform/dates/civil";
import { invalid } from "@/lib/platform/errors/app-error";
import { inChangeSet } from "../in-change-set";
import { lockUnitsInScope } from "../units/queries-lock";
import { findLeaseInScope } from "./queries";
import type { HoldOverLeaseInput, MoveInLeaseInput, MoveOutLeaseInput, TerminateLeaseInput } from "./schema";
import { naming, type Terms } from "./service-conflicts";

type Lease = Awaited<ReturnType<typeof findLeaseInScope>>;
type Patch = { movedInOn?: Date; terminatedOn?: Date; movedOutOn?: Date; holdover?: boolean };

/** The firm has moved in: from this day on the lease is in force. */
export async function moveInLease(viewer: Viewer, input: MoveInLeaseInput) {
  return change(viewer, "leases.moveIn", null, input, { movedInOn: toDay(input.movedInOn) }, () => {});
}

/** Ends a lease before its time; its last day is the one given. */
export async function terminateLease(viewer: Viewer, input: TerminateLeaseInput) {
  return change(
    viewer,
    "leases.terminate",
    input.reason,
    input,
    { terminatedOn: toDay(input.terminatedOn) },
    (lease) => {
      if (!lease.holdover && input.terminatedOn > toCivil(lease.endsOn)) {
        throw invalid({ terminatedOn: `leases.errors.terminatedAfterEnd?end=${toCivil(lease.endsOn)}` });
      }
    },
  );
}

/** The firm has left; its last day is the one given. */
export async function moveOutLease(viewer: Viewer, input: MoveOutLeaseInput) {
  return change(viewer, "leases.moveOut", null, input, { movedOutOn: toDay(input.movedOutOn) }, (lease) => {
    const from = toCivil(lease.movedInOn ?? lease.startsOn);
    if (input.movedOutOn < from) throw invalid({ movedOutOn: "leases.errors.outBeforeIn" });
  });
}

/** The firm stays after the end with nothing new signed, or no longer does. */
export async function holdOverLease(viewer: Viewer, input: HoldOverLeaseInput) {
  return change(viewer, "leases.holdOver", input.reason, input, { holdover: input.holdover }, () => {});
}

async function change(
  viewer: Viewer,
  verb: "leases.moveIn" | "leases.terminate" | "leases.moveOut" | "leases.holdOver",
  reason: string | null,
  seen: { id: string; version: number },
  patch: Patch,
  assertAllowed: (lease: Lease) => void,
) {
  let terms: Terms | undefined;
  const write = () =>
    inChangeSet(viewer, verb, reason, async (tx) => {
      const lease = await findLeaseInScope(tx, viewer, seen.id);
      assertAllowed(lease);
      terms = toTerms({ ...lease, ...patch });
      await lockUnitsInScope(
        tx,
        viewer,
        lease.lines.map((line) => line.unitId),
      );
      return updateVersion(tx, tx.lease, { id: lease.id, version: seen.version }, patch);
    });
  return naming(seen.id, () => terms, write);
}

function toTerms(lease: Lease): Terms {
  return {
    signedOn: toCivilOrNull(lease.signedOn),
    startsOn: toCivil(lease.startsOn),
    endsOn: toCivil(lease.endsOn),
    movedInOn: toCivilOrNull(lease.movedInOn),
    terminatedOn: toCivilOrNull(lease.terminatedOn),
    movedOutOn: toCivilOrNull(lease.movedOutOn),
    holdover: lease.holdover,
    subleaseOfId: lease.subleaseOfId,
    lines: lease.lines.map((line) => ({
      unitId: line.unitId,
      lineFrom: toCivilOrNull(line.lineFrom),
      lineTo: toCivilOrNull(line.lineTo),
    })),
  };
}

function toDay(date: string): Date {
  return fromCivil(toCivil(date));
}
