import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BuildingTable } from "@/components/buildings/building-table";
import { ButtonLink } from "@/components/ui/button";
import { FilterBar } from "@/components/ui/filter-bar";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { listBuildings } from "@/lib/domain/buildings/queries";
import { buildingListSchema } from "@/lib/domain/buildings/schema";
import { can } from "@/lib/domain/permissions";
import { requireViewer } from "@/lib/platform/auth/session";
import { asOfFrom } from "@/lib/platform/dates/as-of";
import { parseList, type SearchParams } from "@/lib/platform/paging/list-params";

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
  const { rows, total } = await listBuildings(viewer, params);
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
      <FilterBar
        pathname="/buildings"
        searchParams={searchParams}
        fields={[{ name: "query", label: t("search"), type: "search" }]}
      />
      <BuildingTable
        viewer={viewer}
        asOf={asOfFrom(searchParams)}
        rows={rows}
        sort={params.sort}
        searchParams={searchParams}
        pathname="/buildings"
      />
      <Pager
        page={params.page}
        pageSize={params.pageSize}
        total={total}
        searchParams={searchParams}
        pathname="/buildings"
        exportAt="/buildings/export"
      />
    </>
  );
}
