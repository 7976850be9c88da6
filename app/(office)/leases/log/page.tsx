import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { LogTenantForm } from "@/components/leases/log-tenant-form";
import { prepareTenancy } from "@/components/leases/log-values";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/domain/permissions";
import { requireViewer } from "@/lib/platform/auth/session";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getTranslations } from "@/lib/platform/i18n/translator";
import { firstValues, type SearchParams } from "@/lib/platform/paging/list-params";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("leases"))("logTitle") };
}

/** `?enterprise=`, `?unit=`, `?start=` or `?park=` fill in what is known where the reader came from. */
export default async function LogTenantPage(props: { searchParams: Promise<SearchParams> }) {
  const [viewer, searchParams, t] = await Promise.all([
    requireViewer(),
    props.searchParams,
    getTranslations("leases"),
  ]);
  if (!can(viewer, "leases.logTenancy")) forbidden();
  const prepared = await prepareTenancy(viewer, firstValues(searchParams));
  return (
    <>
      <PageHeader title={t("logTitle")} trail={[{ href: "/leases", label: t("title") }]} />
      <ClientMessages namespaces={["leases", "enterprises"]}>
        <LogTenantForm {...prepared} />
      </ClientMessages>
    </>
  );
}
