import { EnterpriseSide } from "@/components/enterprises/enterprise-side";
import { findEnterprise, titleOfEnterprise } from "@/components/enterprises/find-enterprise";
import { ListPage } from "@/components/lists/list-page";
import { EmptyState } from "@/components/ui/empty-state";
import { listLeases } from "@/lib/domain/leases/queries";
import { leaseListSchema } from "@/lib/domain/leases/schema";
import { asOfFrom } from "@/lib/platform/dates/as-of";
import { getTranslations } from "@/lib/platform/i18n/translator";
import { parseList, type SearchParams } from "@/lib/platform/paging/list-params";
import { leaseList } from "@/lib/reports/lists/leases";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

export const generateMetadata = titleOfEnterprise;

export default async function EnterpriseLeasesPage(props: Props) {
  const [{ id }, searchParams, t] = await Promise.all([props.params, props.searchParams, getTranslations()]);
  const { viewer, enterprise } = await findEnterprise(id);
  const params = parseList(leaseListSchema, { ...searchParams, enterprise: id, park: undefined });
  const asOf = asOfFrom(searchParams);
  const add = { href: `/leases/new?enterprise=${id}`, label: t("enterprises.addLease") };
  return (
    <EnterpriseSide enterprise={enterprise} side="/leases" add={{ ...add, may: enterprise.can.addLease }}>
      <ListPage
        list={leaseList}
        viewer={viewer}
        asOf={asOf}
        read={() => listLeases(viewer, params, asOf)}
        params={params}
        searchParams={searchParams}
        pathname={`/enterprises/${id}/leases`}
        empty={<EmptyState title={t("leases.noneMatch")} />}
        exportWith={{ enterprise: id, park: null }}
      />
    </EnterpriseSide>
  );
}
