import { StatusMark } from "@/components/ui/status-mark";
import { leaseStatusKinds, leaseStatusLabel } from "@/lib/domain/leases/labels";
import type { LeaseStatus as Status } from "@/lib/domain/leases/rules";
import { getTranslations } from "@/lib/platform/i18n/translator";

/** A lease's status on the day, with the shape that means it everywhere. */
export async function LeaseStatus({ status }: { status: Status }) {
  const t = await getTranslations();
  return <StatusMark kind={leaseStatusKinds[status]} label={t(leaseStatusLabel(status))} />;
}
