import type { Metadata } from "next";
import { BuildingHeader } from "@/components/buildings/building-header";
import { findBuilding } from "@/components/buildings/find-building";
import { RecordHistory } from "@/components/history/record-history";
import { listHistory } from "@/lib/platform/change-sets/history";
import { nameOf } from "@/lib/platform/i18n/names";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { viewer, building } = await findBuilding((await props.params).id);
  return { title: nameOf(viewer.locale, building) };
}

export default async function BuildingHistoryPage(props: Props) {
  const { id } = await props.params;
  const { building } = await findBuilding(id);
  return (
    <>
      <BuildingHeader building={building} side="/history" />
      <RecordHistory entries={await listHistory([id])} noun="buildings" />
    </>
  );
}
