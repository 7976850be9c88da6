import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { ListPage } from "@/components/lists/list-page";
import { returnFilters } from "@/components/returns/return-filters";
import { ReturnTabs } from "@/components/returns/return-tabs";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/domain/permissions";
import { listReturns } from "@/lib/domain/returns/queries";
import { returnListSchema } from "@/lib/domain/returns/schema";
import { requireViewer } from "@/lib/platform/auth/session";
import { asOfFrom } from "@/lib/platform/dates/as-of";
import { getTranslations } from "@/lib/platform/i18n/translator";
import { parseList, type SearchParams } from "@/lib/platform/paging/list-params";
import { returnList } from "@/lib/reports/lists/returns";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("returns"))("title") };
}

/** All returns of all rounds: what one firm was asked over time, or what waits for the office. */
export default async function ReturnsPage(props: { searchParams: Promise<SearchParams> }) {
  const [viewer, searchParams, t] = await Promise.all([
    requireViewer(),
    props.searchParams,
    getTranslations("returns"),
  ]);
  // A firm's own people have the portal.
  if (!can(viewer, "return-rounds.read")) forbidden();
  const params = parseList(returnListSchema, searchParams);
  return (
    <>
      <PageHeader title={t("title")} />
      <ReturnTabs current="returns" />
      <ListPage
        list={returnList}
        viewer={viewer}
        asOf={asOfFrom(searchParams)}
        read={() => listReturns(viewer, params)}
        params={params}
        searchParams={searchParams}
        pathname="/returns"
        fields={await returnFilters()}
        empty={<EmptyState title={t("noneMatch")} text={t("noneMatchText")} />}
      />
    </>
  );
}
