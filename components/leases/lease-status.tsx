import { getTranslations } from "next-intl/server";
import { type StatusKind, StatusMark } from "@/components/ui/status-mark";
import { leaseStatusLabel } from "@/lib/domain/leases/labels";
import type { LeaseStatus as Status } from "@/lib/domain/leases/rules";

/** The shape that means a lease's status everywhere. */
export const leaseStatusKinds: Record<Status, StatusKind> = {
  DRAFT: "silent",
  SIGNED: "committed",
  IN_FORCE: "occupied",
  EXPIRING: "expiring",
  HOLDOVER: "holdover",
  ENDED: "ended",
  TERMINATED: "ended",
};

/** A lease's status on the day, with the shape that means it everywhere. */
export async function LeaseStatus({ status }: { status: Status }) {
  const t = await getTranslations();
  return <StatusMark kind={leaseStatusKinds[status]} label={t(leaseStatusLabel(status))} />;
}
