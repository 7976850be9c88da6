import type { Metadata } from "next";
import { RecordHistory } from "@/components/history/record-history";
import { findInstrument } from "@/components/instruments/find-instrument";
import { InstrumentHeader } from "@/components/instruments/instrument-header";
import { listHistory } from "@/lib/platform/change-sets/history";
import { nameOf } from "@/lib/platform/i18n/names";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { viewer, instrument } = await findInstrument((await props.params).id);
  return { title: nameOf(viewer.locale, instrument) };
}

export default async function InstrumentHistoryPage(props: Props) {
  const { id } = await props.params;
  const { instrument } = await findInstrument(id);
  return (
    <>
      <InstrumentHeader instrument={instrument} side="/history" />
      <RecordHistory entries={await listHistory([id])} noun="instruments" />
    </>
  );
}
