import type { Metadata } from "next";
import { RecordHistory } from "@/components/history/record-history";
import { findUnit } from "@/components/units/find-unit";
import { UnitHeader } from "@/components/units/unit-header";
import { listHistory } from "@/lib/platform/change-sets/history";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { unit } = await findUnit((await props.params).id);
  return { title: `${unit.building.code} ${unit.code}` };
}

export default async function UnitHistoryPage(props: Props) {
  const { id } = await props.params;
  const { unit } = await findUnit(id);
  return (
    <>
      <UnitHeader unit={unit} side="/history" />
      <RecordHistory entries={await listHistory([id])} noun="units" />
    </>
  );
}
