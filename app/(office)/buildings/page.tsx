import type { Metadata } from "next";
import { ListPage } from "@/components/lists/list-page";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { listBuildings } from "@/lib/domain/buildings/queries";
import { buildingListSchema } from "@/lib/domain/buildings/schema";
import { can } from "@/lib/domain/permissions";
import { requireViewer } from "@/lib/platform/auth/session";
import { asOfFrom } from "@/lib/platform/dates/as-of";
import { getTranslations } from "@/lib/platform/i18n/translator";
import { firstValues, parseList, type SearchParams } from "@/lib/platform/paging/list-params";
import { buildingList } from "@/lib/reports/lists/buildings";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("buildings"))("title") };
}

export default async function BuildingsPage(props: { searchParams: Promise<SearchParams> }) {
  const [viewer, searchParams, t] = await Promise.all([
    requireViewer(),
    props.searchParams,
    getTranslations("buildings"),
  ]);
  const params = parseList(buildingListSchema, searchParams);
  const { query, park } = firstValues(searchParams);
  return (
    <>
      <PageHeader
        title={t("title")}
        action={
          can(viewer, "buildings.create") ? (
            <ButtonLink look="primary" href="/buildings/new">
              {t("new")}
            </ButtonLink>
          ) : undefined
        }
      />
      <ListPage
        list={buildingList}
        viewer={viewer}
        asOf={asOfFrom(searchParams)}
        read={() => listBuildings(viewer, params)}
        params={params}
        searchParams={searchParams}
        pathname="/buildings"
        fields={[{ name: "query", label: t("search"), type: "search" }]}
        empty={
          query || park ? (
            <EmptyState title={t("noneMatch")} />
          ) : (
            <EmptyState title={t("empty")} text={t("emptyText")} />
          )
        }
      />
    </>
  );
}
