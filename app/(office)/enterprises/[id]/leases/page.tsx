import { getTranslations } from "next-intl/server";
import { EnterpriseHeader } from "@/components/enterprises/enterprise-header";
import { findEnterprise, titleOfEnterprise } from "@/components/enterprises/find-enterprise";
import { LeaseTable } from "@/components/leases/lease-table";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Pager } from "@/components/ui/pager";
import { listLeases } from "@/lib/domain/leases/queries";
import { leaseListSchema } from "@/lib/domain/leases/schema";
import { asOfFrom } from "@/lib/platform/dates/as-of";
import { parseList, type SearchParams } from "@/lib/platform/paging/list-params";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

export const generateMetadata = titleOfEnterprise;

export default async function EnterpriseLeasesPage(props: Props) {
  const [{ id }, searchParams, t] = await Promise.all([props.params, props.searchParams, getTranslations()]);
  const { viewer, enterprise } = await findEnterprise(id);
  const params = parseList(leaseListSchema, { ...searchParams, enterprise: id, park: undefined });
  const { rows, total } = await listLeases(viewer, params, asOfFrom(searchParams));
  const pathname = `/enterprises/${id}/leases`;
  return (
    <>
      <EnterpriseHeader enterprise={enterprise} side="/leases" />
      {enterprise.can.addLease ? (
        <p>
          <ButtonLink href={`/leases/new?enterprise=${id}`}>{t("enterprises.addLease")}</ButtonLink>
        </p>
      ) : null}
      <LeaseTable
        rows={rows}
        sort={params.sort}
        searchParams={searchParams}
        pathname={pathname}
        empty={<EmptyState title={t("leases.noneMatch")} />}
      />
      <Pager
        page={params.page}
        pageSize={params.pageSize}
        total={total}
        searchParams={searchParams}
        pathname={pathname}
      />
    </>
  );
}
