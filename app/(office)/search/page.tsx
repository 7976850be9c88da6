import type { Metadata } from "next";
import { SearchResults } from "@/components/search/search-results";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { toSearchGroups } from "@/lib/domain/search/dto";
import { searchRecords } from "@/lib/domain/search/queries";
import { searchPlaces } from "@/lib/domain/search/queries-places";
import { requireViewer } from "@/lib/platform/auth/session";
import { getTranslations } from "@/lib/platform/i18n/translator";
import { firstValues, type SearchParams } from "@/lib/platform/paging/list-params";

const SHOWN = 20;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("search"))("title") };
}

/** One box for firms, leases, units, projects, pages and verbs; each viewer finds only what is in reach. */
export default async function SearchPage(props: { searchParams: Promise<SearchParams> }) {
  const [viewer, searchParams, t] = await Promise.all([
    requireViewer(),
    props.searchParams,
    getTranslations("search"),
  ]);
  const values = firstValues(searchParams);
  const query = (values.q ?? values.query ?? "").trim().slice(0, 100);
  const [places, hits] = await Promise.all([
    searchPlaces(viewer, query, SHOWN),
    searchRecords(viewer, query, SHOWN),
  ]);
  const groups = toSearchGroups(viewer.locale, places, hits);
  return (
    <>
      <PageHeader title={query ? t("for", { query }) : t("title")} />
      {groups.length === 0 ? (
        <EmptyState title={query ? t("nothing", { query }) : t("type")} text={t("help")} />
      ) : (
        <SearchResults groups={groups} query={query} full={SHOWN} searchParams={searchParams} />
      )}
    </>
  );
}
