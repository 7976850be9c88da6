import type { Metadata } from "next";
import { findInstrument } from "@/components/instruments/find-instrument";
import { InstrumentFacts } from "@/components/instruments/instrument-facts";
import { InstrumentHeader } from "@/components/instruments/instrument-header";
import { nameOf } from "@/lib/platform/i18n/names";
import { withConverted } from "@/lib/reports/instruments/facts";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { viewer, instrument } = await findInstrument((await props.params).id);
  return { title: nameOf(viewer.locale, instrument) };
}

export default async function InstrumentPage(props: Props) {
  const { id } = await props.params;
  const { viewer, instrument } = await findInstrument(id);
  const [[inUsd], [inCny]] = await Promise.all([
    withConverted(viewer, [instrument], "USD"),
    withConverted(viewer, [instrument], "CNY"),
  ]);
  const converted = [inUsd, inCny].flatMap((row) => row?.converted ?? []);
  return (
    <>
      <InstrumentHeader instrument={instrument} side="" />
      <InstrumentFacts
        instrument={instrument}
        converted={converted.filter(({ to }) => to !== instrument.amount.currency)}
      />
    </>
  );
}
