import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { findLease } from "@/components/leases/find-lease";
import { LeaseForm } from "@/components/leases/lease-form";
import { toLeaseForm } from "@/components/leases/lease-values";
import { PageHeader } from "@/components/ui/page-header";
import { todayInZone } from "@/lib/platform/dates/today";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getTranslations } from "@/lib/platform/i18n/translator";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("leases"))("edit") };
}

export default async function EditLeasePage(props: { params: Promise<{ id: string }> }) {
  const [{ id }, t] = await Promise.all([props.params, getTranslations("leases")]);
  const { viewer, lease } = await findLease(id, todayInZone());
  if (!lease.can.update) forbidden();
  const { values, names } = toLeaseForm(viewer, lease);
  const trail = [
    { href: "/leases", label: t("title") },
    { href: `/leases/${id}`, label: lease.leaseNo },
  ];
  return (
    <>
      <PageHeader title={t("edit")} trail={trail} />
      <ClientMessages namespaces={["leases"]}>
        <LeaseForm values={values} names={names} existing={{ id, version: lease.version }} />
      </ClientMessages>
    </>
  );
}
