import { getTranslations } from "next-intl/server";
import { EnterpriseHeader } from "@/components/enterprises/enterprise-header";
import { findEnterprise, titleOfEnterprise } from "@/components/enterprises/find-enterprise";
import { HeadcountTable } from "@/components/headcounts/headcount-table";
import { ButtonLink } from "@/components/ui/button";
import { Pager } from "@/components/ui/pager";
import { listHeadcounts } from "@/lib/domain/headcounts/queries";
import { headcountListSchema } from "@/lib/domain/headcounts/schema";
import { asOfFrom } from "@/lib/platform/dates/as-of";
import { parseList, type SearchParams } from "@/lib/platform/paging/list-params";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

export const generateMetadata = titleOfEnterprise;

export default async function EnterprisePeoplePage(props: Props) {
  const [{ id }, searchParams, t] = await Promise.all([props.params, props.searchParams, getTranslations()]);
  const { viewer, enterprise } = await findEnterprise(id);
  const params = parseList(headcountListSchema, { ...searchParams, enterprise: id, park: undefined });
  const { rows, total } = await listHeadcounts(viewer, params, asOfFrom(searchParams));
  const pathname = `/enterprises/${id}/people`;
  return (
    <>
      <EnterpriseHeader enterprise={enterprise} side="/people" />
      {enterprise.can.addHeadcount ? (
        <p>
          <ButtonLink href={`/headcounts/new?enterprise=${id}`}>{t("headcounts.new")}</ButtonLink>
        </p>
      ) : null}
      <HeadcountTable
        rows={rows}
        sort={params.sort}
        searchParams={searchParams}
        pathname={pathname}
        mayOpen={enterprise.can.update}
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
