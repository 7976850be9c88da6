import type { StatusKind } from "@/lib/platform/values/status-kind";
import type { LeaseStatus } from "./rules";

export const leaseStatusLabel = (status: LeaseStatus) => `leases.status.${status}`;

/** The shape that means a lease's status everywhere. */
export const leaseStatusKinds: Record<LeaseStatus, StatusKind> = {
  DRAFT: "silent",
  SIGNED: "committed",
  IN_FORCE: "occupied",
  EXPIRING: "expiring",
  HOLDOVER: "holdover",
  ENDED: "ended",
  TERMINATED: "ended",
};
