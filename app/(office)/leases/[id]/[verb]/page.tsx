import type { Metadata } from "next";
import { forbidden, notFound } from "next/navigation";
import { findLease } from "@/components/leases/find-lease";
import { LeaseVerbForm } from "@/components/leases/lease-verb-form";
import { isLeaseVerb, leaseVerbs } from "@/components/leases/lease-verbs";
import { PageHeader } from "@/components/ui/page-header";
import { todayInZone } from "@/lib/platform/dates/today";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getTranslations } from "@/lib/platform/i18n/translator";

type Props = { params: Promise<{ id: string; verb: string }> };

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [{ verb }, t] = await Promise.all([props.params, getTranslations("leases")]);
  return { title: isLeaseVerb(verb) ? t(leaseVerbs[verb]) : undefined };
}

/** Move-in, termination, move-out, holdover: one question each. */
export default async function LeaseVerbPage(props: Props) {
  const [{ id, verb }, t] = await Promise.all([props.params, getTranslations("leases")]);
  if (!isLeaseVerb(verb)) notFound();
  const today = todayInZone();
  const { lease } = await findLease(id, today);
  if (!lease.can[leaseVerbs[verb]]) forbidden();
  const title = t(verb === "hold-over" && lease.holdover ? "endHoldOver" : leaseVerbs[verb]);
  const trail = [
    { href: "/leases", label: t("title") },
    { href: `/leases/${id}`, label: lease.leaseNo },
  ];
  return (
    <>
      <PageHeader title={title} trail={trail} />
      <ClientMessages namespaces={["leases"]}>
        <LeaseVerbForm
          verb={verb}
          lease={{
            id,
            version: lease.version,
            startsOn: lease.startsOn,
            endsOn: lease.endsOn,
            holdover: lease.holdover,
          }}
          today={today}
        />
      </ClientMessages>
    </>
  );
}
