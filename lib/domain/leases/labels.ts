import type { LeaseStatus } from "./rules";

export const leaseStatusLabel = (status: LeaseStatus) => `leases.status.${status}`;
