import { OpenRequestMark } from "@/components/change-requests/open-request-mark";
import { EnterpriseHeader } from "@/components/enterprises/enterprise-header";
import { EnterpriseOverview } from "@/components/enterprises/enterprise-overview";
import { findEnterprise, titleOfEnterprise } from "@/components/enterprises/find-enterprise";
import { PromisesOf } from "@/components/promises/promises-of";
import { getTenancySpan } from "@/lib/domain/enterprises/queries";
import { asOfFrom } from "@/lib/platform/dates/as-of";
import type { SearchParams } from "@/lib/platform/paging/list-params";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

export const generateMetadata = titleOfEnterprise;

export default async function EnterprisePage(props: Props) {
  const [{ id }, searchParams] = await Promise.all([props.params, props.searchParams]);
  const { viewer, enterprise } = await findEnterprise(id);
  return (
    <>
      <EnterpriseHeader enterprise={enterprise} side="" />
      <OpenRequestMark viewer={viewer} enterpriseId={id} />
      <EnterpriseOverview enterprise={enterprise} since={await getTenancySpan(viewer, id)} />
      <PromisesOf viewer={viewer} of={{ firm: id }} asOf={asOfFrom(searchParams)} />
    </>
  );
}
