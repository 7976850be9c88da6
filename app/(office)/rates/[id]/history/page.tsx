import type { Metadata } from "next";
import { RecordHistory } from "@/components/history/record-history";
import { findRate } from "@/components/rates/find-rate";
import { RateHeader } from "@/components/rates/rate-header";
import { pairOf } from "@/lib/domain/rates/labels";
import { listHistory } from "@/lib/platform/change-sets/history";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { rate } = await findRate((await props.params).id);
  return { title: pairOf(rate) };
}

export default async function RateHistoryPage(props: Props) {
  const { id } = await props.params;
  const { rate } = await findRate(id);
  return (
    <>
      <RateHeader rate={rate} side="/history" />
      <RecordHistory entries={await listHistory([id])} noun="rates" />
    </>
  );
}
