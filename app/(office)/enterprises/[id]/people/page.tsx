import { RosterSection } from "@/components/employees/roster-section";
import { EnterpriseSide } from "@/components/enterprises/enterprise-side";
import { findEnterprise, titleOfEnterprise } from "@/components/enterprises/find-enterprise";
import { GridLink } from "@/components/imports/grid-link";
import { ListPage } from "@/components/lists/list-page";
import { EmptyState } from "@/components/ui/empty-state";
import { listHeadcounts } from "@/lib/domain/headcounts/queries";
import { headcountListSchema } from "@/lib/domain/headcounts/schema";
import { asOfFrom } from "@/lib/platform/dates/as-of";
import { getTranslations } from "@/lib/platform/i18n/translator";
import { parseList, type SearchParams } from "@/lib/platform/paging/list-params";
import { headcountList } from "@/lib/reports/lists/headcounts";
import { listRosterRows } from "@/lib/reports/roster/facts";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

export const generateMetadata = titleOfEnterprise;

export default async function EnterprisePeoplePage(props: Props) {
  const [{ id }, searchParams, t] = await Promise.all([props.params, props.searchParams, getTranslations()]);
  const { viewer, enterprise } = await findEnterprise(id);
  const params = parseList(headcountListSchema, { ...searchParams, enterprise: id, park: undefined });
  const asOf = asOfFrom(searchParams);
  const rosters = await listRosterRows(viewer, asOf, id);
  const add = { href: `/headcounts/new?enterprise=${id}`, label: t("headcounts.new") };
  return (
    <>
      <EnterpriseSide
        enterprise={enterprise}
        side="/people"
        add={{ ...add, may: enterprise.can.addHeadcount }}
        beside={<GridLink kind="headcounts" searchParams={{ enterprise: id }} />}
      >
        <ListPage
          list={headcountList}
          viewer={viewer}
          asOf={asOf}
          read={() => listHeadcounts(viewer, params, asOf)}
          params={params}
          searchParams={searchParams}
          pathname={`/enterprises/${id}/people`}
          empty={<EmptyState title={t("headcounts.empty")} />}
          without={["enterprise"]}
          opens={enterprise.can.update}
          exportWith={{ enterprise: id, park: null }}
        />
      </EnterpriseSide>
      <RosterSection enterpriseId={id} rows={rosters} mayAdd={enterprise.can.addEmployee} />
    </>
  );
}
