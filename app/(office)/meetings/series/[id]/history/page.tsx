import type { Metadata } from "next";
import { RecordHistory } from "@/components/history/record-history";
import { findSeries } from "@/components/meetings/find-meeting";
import { SeriesHeader } from "@/components/meetings/series-header";
import { listHistory } from "@/lib/platform/change-sets/history";
import { nameOf } from "@/lib/platform/i18n/names";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { viewer, series } = await findSeries((await props.params).id);
  return { title: nameOf(viewer.locale, series) };
}

export default async function SeriesHistoryPage(props: Props) {
  const { id } = await props.params;
  const { series } = await findSeries(id);
  return (
    <>
      <SeriesHeader series={series} side="/history" />
      <RecordHistory entries={await listHistory([id])} noun="meetings" />
    </>
  );
}
