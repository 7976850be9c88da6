import type { Metadata } from "next";
import { promiseSides } from "@/app/(office)/promise-sides";
import { ListPage } from "@/components/lists/list-page";
import { PromiseTabs } from "@/components/promises/promise-tabs";
import { AppLink } from "@/components/ui/app-link";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { listMeetings, listSeries } from "@/lib/domain/meetings/queries";
import { meetingListSchema } from "@/lib/domain/meetings/schema";
import { can } from "@/lib/domain/permissions";
import { requireViewer } from "@/lib/platform/auth/session";
import { reachesZone } from "@/lib/platform/auth/viewer";
import { asOfFrom } from "@/lib/platform/dates/as-of";
import { nameOf } from "@/lib/platform/i18n/names";
import { getTranslations } from "@/lib/platform/i18n/translator";
import { firstValues, parseList, type SearchParams } from "@/lib/platform/paging/list-params";
import { meetingList } from "@/lib/reports/lists/meetings";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("meetings"))("title") };
}

export default async function MeetingsPage(props: { searchParams: Promise<SearchParams> }) {
  const [viewer, searchParams, t] = await Promise.all([
    requireViewer(),
    props.searchParams,
    getTranslations("meetings"),
  ]);
  const params = parseList(meetingListSchema, searchParams);
  const values = firstValues(searchParams);
  const series = await listSeries(viewer);
  const may = reachesZone(viewer) && can(viewer, "meetings.create");
  const add =
    may && series.length > 0 ? (
      <ButtonLink look="primary" href="/meetings/new">
        {t("new")}
      </ButtonLink>
    ) : may ? (
      <ButtonLink look="primary" href="/meetings/series/new">
        {t("newSeries")}
      </ButtonLink>
    ) : undefined;
  return (
    <>
      <PageHeader
        title={t("title")}
        action={add}
        more={<AppLink href="/meetings/series">{t("seriesTitle")}</AppLink>}
      />
      <PromiseTabs sides={promiseSides(viewer)} current="meetings" />
      <ListPage
        viewer={viewer}
        list={meetingList}
        params={params}
        asOf={asOfFrom(searchParams)}
        searchParams={searchParams}
        pathname="/meetings"
        read={() => listMeetings(viewer, params)}
        fields={[
          { name: "query", label: t("search"), type: "search" },
          {
            name: "series",
            label: t("series"),
            type: "select",
            options: series.map((one) => ({ value: one.id, label: nameOf(viewer.locale, one) })),
          },
        ]}
        empty={
          values.query || values.series ? (
            <EmptyState title={t("noneMatch")} />
          ) : (
            <EmptyState title={t("emptyTitle")} text={t("emptyText")} action={add} />
          )
        }
      />
    </>
  );
}
