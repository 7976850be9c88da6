import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { RecordHistory } from "@/components/history/record-history";
import { findZone } from "@/components/zone/find-zone";
import { ZoneHeader } from "@/components/zone/zone-header";
import { listHistory } from "@/lib/platform/change-sets/history";
import { getTranslations } from "@/lib/platform/i18n/translator";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("zone"))("title") };
}

export default async function ZoneHistoryPage() {
  const { zone } = await findZone();
  if (!zone.can.readHistory) forbidden();
  return (
    <>
      <ZoneHeader side="/history" />
      <RecordHistory entries={await listHistory([zone.id])} noun="zone" />
    </>
  );
}
