import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Tabs } from "@/components/ui/tabs";
import type { getLease } from "@/lib/domain/leases/queries";
import { getTranslations } from "@/lib/platform/i18n/translator";
import { LeaseStatus } from "./lease-status";

type Lease = NonNullable<Awaited<ReturnType<typeof getLease>>>;

/** The head of every page of one lease: its number, status, verbs, sides. */
export async function LeaseHeader({ lease, side }: { lease: Lease; side: string }) {
  const t = await getTranslations();
  const base = `/leases/${lease.id}`;
  const { can } = lease;
  const verbs = [
    can.renew && can.update ? { href: `/leases/new?renewalOf=${lease.id}`, label: t("leases.renew") } : null,
    can.moveIn ? { href: `${base}/move-in`, label: t("leases.moveIn") } : null,
    can.terminate ? { href: `${base}/terminate`, label: t("leases.terminate") } : null,
    can.moveOut ? { href: `${base}/move-out`, label: t("leases.moveOut") } : null,
    can.holdOver
      ? { href: `${base}/hold-over`, label: t(lease.holdover ? "leases.endHoldOver" : "leases.holdOver") }
      : null,
  ].filter((verb) => verb !== null);
  return (
    <>
      <PageHeader
        title={lease.leaseNo}
        trail={[{ href: "/leases", label: t("leases.title") }]}
        beside={<LeaseStatus status={lease.status} />}
        action={
          can.update ? (
            <ButtonLink look="primary" href={`${base}/edit`}>
              {t("leases.edit")}
            </ButtonLink>
          ) : undefined
        }
        moreLinks={verbs}
      />
      <Tabs
        label={lease.leaseNo}
        current={base + side}
        tabs={[
          { href: base, label: t("common.overview") },
          { href: `${base}/attachments`, label: t("attachments.title") },
          { href: `${base}/history`, label: t("common.history") },
        ]}
      />
    </>
  );
}
