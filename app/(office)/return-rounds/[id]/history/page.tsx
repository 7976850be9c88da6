import type { Metadata } from "next";
import { RecordHistory } from "@/components/history/record-history";
import { findRound } from "@/components/return-rounds/find-round";
import { RoundHeader } from "@/components/return-rounds/round-header";
import { listHistory } from "@/lib/platform/change-sets/history";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { round } = await findRound((await props.params).id);
  return { title: round.code };
}

export default async function RoundHistoryPage(props: Props) {
  const { id } = await props.params;
  const { round } = await findRound(id);
  return (
    <>
      <RoundHeader round={round} side="/history" />
      <RecordHistory entries={await listHistory([id])} noun="return-rounds" />
    </>
  );
}
