import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { LeaseForm } from "@/components/leases/lease-form";
import { prepareNewLease } from "@/components/leases/lease-values";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/domain/permissions";
import { requireViewer } from "@/lib/platform/auth/session";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getTranslations } from "@/lib/platform/i18n/translator";
import { firstValues, type SearchParams } from "@/lib/platform/paging/list-params";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("leases"))("newTitle") };
}

/** `?enterprise=`, `?unit=`, `?start=` or `?renewalOf=` fill in what is known where the reader came from. */
export default async function NewLeasePage(props: { searchParams: Promise<SearchParams> }) {
  const [viewer, searchParams, t] = await Promise.all([
    requireViewer(),
    props.searchParams,
    getTranslations("leases"),
  ]);
  if (!can(viewer, "leases.create")) forbidden();
  const { values, names } = await prepareNewLease(viewer, firstValues(searchParams));
  return (
    <>
      <PageHeader title={t("newTitle")} trail={[{ href: "/leases", label: t("title") }]} />
      <ClientMessages namespaces={["leases"]}>
        <LeaseForm values={values} names={names} />
      </ClientMessages>
    </>
  );
}
