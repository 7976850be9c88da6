import type { Metadata } from "next";
import { ListPage } from "@/components/lists/list-page";
import { findSeries } from "@/components/meetings/find-meeting";
import { SeriesHeader } from "@/components/meetings/series-header";
import { DescriptionList } from "@/components/ui/description-list";
import { EmptyState } from "@/components/ui/empty-state";
import { listMeetings } from "@/lib/domain/meetings/queries";
import { meetingListSchema } from "@/lib/domain/meetings/schema";
import { asOfFrom } from "@/lib/platform/dates/as-of";
import { nameOf } from "@/lib/platform/i18n/names";
import { getFormats, getTranslations } from "@/lib/platform/i18n/translator";
import { parseList, type SearchParams } from "@/lib/platform/paging/list-params";
import { meetingList } from "@/lib/reports/lists/meetings";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { viewer, series } = await findSeries((await props.params).id);
  return { title: nameOf(viewer.locale, series) };
}

export default async function OneSeriesPage(props: Props) {
  const [{ id }, searchParams, t, formats] = await Promise.all([
    props.params,
    props.searchParams,
    getTranslations("meetings"),
    getFormats(),
  ]);
  const { viewer, series } = await findSeries(id);
  const params = parseList(meetingListSchema, { ...searchParams, series: id });
  return (
    <>
      <SeriesHeader series={series} side="" />
      <DescriptionList
        items={[
          { label: t("code"), value: series.code },
          {
            label: t("note"),
            value: nameOf(viewer.locale, { nameZh: series.noteZh, nameEn: series.noteEn }),
          },
          { label: t("endedOn"), value: series.endedOn ? formats.date(series.endedOn) : null },
        ]}
      />
      <h2>{t("sessionsOf")}</h2>
      <ListPage
        viewer={viewer}
        list={meetingList}
        params={params}
        asOf={asOfFrom(searchParams)}
        searchParams={searchParams}
        pathname={`/meetings/series/${id}`}
        read={() => listMeetings(viewer, params)}
        without={["series"]}
        exportWith={{ series: id }}
        empty={<EmptyState title={t("emptyTitle")} />}
      />
    </>
  );
}
