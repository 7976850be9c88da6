import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ParkTable } from "@/components/parks/park-table";
import { ButtonLink } from "@/components/ui/button";
import { FilterBar } from "@/components/ui/filter-bar";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { parkStatusLabels } from "@/lib/domain/parks/labels";
import { listParks } from "@/lib/domain/parks/queries";
import { parkListSchema, parkStatuses } from "@/lib/domain/parks/schema";
import { can } from "@/lib/domain/permissions";
import { requireViewer } from "@/lib/platform/auth/session";
import { asOfFrom } from "@/lib/platform/dates/as-of";
import { parseList, type SearchParams } from "@/lib/platform/paging/list-params";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("parks"))("title") };
}

export default async function ParksPage(props: { searchParams: Promise<SearchParams> }) {
  const [viewer, searchParams, t] = await Promise.all([
    requireViewer(),
    props.searchParams,
    getTranslations(),
  ]);
  const params = parseList(parkListSchema, searchParams);
  const { rows, total } = await listParks(viewer, params);
  const mayCreate = can(viewer, "parks.create") && viewer.parkIds === null;
  const statuses = parkStatuses.map((value) => ({ value, label: t(parkStatusLabels[value]) }));
  return (
    <>
      <PageHeader
        title={t("parks.title")}
        action={
          mayCreate ? (
            <ButtonLink look="primary" href="/parks/new">
              {t("parks.new")}
            </ButtonLink>
          ) : undefined
        }
      />
      <FilterBar
        pathname="/parks"
        searchParams={searchParams}
        fields={[
          { name: "query", label: t("parks.search"), type: "search" },
          { name: "status", label: t("parks.statusLabel"), type: "select", options: statuses },
        ]}
      />
      <ParkTable
        viewer={viewer}
        asOf={asOfFrom(searchParams)}
        rows={rows}
        sort={params.sort}
        searchParams={searchParams}
        mayCreate={mayCreate}
      />
      <Pager
        page={params.page}
        pageSize={params.pageSize}
        total={total}
        searchParams={searchParams}
        pathname="/parks"
        exportAt="/parks/export"
      />
    </>
  );
}
