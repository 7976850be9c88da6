import type { Metadata } from "next";
import { ListPage } from "@/components/lists/list-page";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { parkStatusLabels } from "@/lib/domain/parks/labels";
import { listParks } from "@/lib/domain/parks/queries";
import { parkListSchema, parkStatuses } from "@/lib/domain/parks/schema";
import { can } from "@/lib/domain/permissions";
import { requireViewer } from "@/lib/platform/auth/session";
import { asOfFrom } from "@/lib/platform/dates/as-of";
import { getTranslations } from "@/lib/platform/i18n/translator";
import { firstValues, parseList, type SearchParams } from "@/lib/platform/paging/list-params";
import { parkList } from "@/lib/reports/lists/parks";

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
  const { query, status } = firstValues(searchParams);
  const create = (look: "primary" | "plain") =>
    can(viewer, "parks.create") && viewer.parkIds === null ? (
      <ButtonLink look={look} href="/parks/new">
        {t("parks.new")}
      </ButtonLink>
    ) : undefined;
  const statuses = parkStatuses.map((value) => ({ value, label: t(parkStatusLabels[value]) }));
  return (
    <>
      <PageHeader title={t("parks.title")} action={create("primary")} />
      <ListPage
        list={parkList}
        viewer={viewer}
        asOf={asOfFrom(searchParams)}
        read={() => listParks(viewer, params)}
        params={params}
        searchParams={searchParams}
        pathname="/parks"
        fields={[
          { name: "query", label: t("parks.search"), type: "search" },
          { name: "status", label: t("parks.statusLabel"), type: "select", options: statuses },
        ]}
        empty={
          query || status ? (
            <EmptyState title={t("parks.noneMatch")} />
          ) : (
            <EmptyState title={t("parks.emptyTitle")} text={t("parks.emptyText")} action={create("plain")} />
          )
        }
      />
    </>
  );
}
