import { getTranslations } from "next-intl/server";
import { EnterpriseSide } from "@/components/enterprises/enterprise-side";
import { findEnterprise, titleOfEnterprise } from "@/components/enterprises/find-enterprise";
import { LeaseTable } from "@/components/leases/lease-table";
import { EmptyState } from "@/components/ui/empty-state";
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
  const asOf = asOfFrom(searchParams);
  const { rows, total } = await listLeases(viewer, params, asOf);
  const add = { href: `/leases/new?enterprise=${id}`, label: t("enterprises.addLease") };
  return (
    <EnterpriseSide
      enterprise={enterprise}
      side="/leases"
      add={{ ...add, may: enterprise.can.addLease }}
      list={{
        page: params.page,
        pageSize: params.pageSize,
        total,
        searchParams,
        exportAt: "/leases/export",
      }}
    >
      <LeaseTable
        viewer={viewer}
        asOf={asOf}
        rows={rows}
        sort={params.sort}
        searchParams={searchParams}
        pathname={`/enterprises/${id}/leases`}
        empty={<EmptyState title={t("leases.noneMatch")} />}
      />
    </EnterpriseSide>
  );
}
