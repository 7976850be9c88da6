import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RecordHistory } from "@/components/history/record-history";
import { ParkHeader } from "@/components/parks/park-header";
import { getPark } from "@/lib/domain/parks/queries";
import { requireViewer } from "@/lib/platform/auth/session";
import { listHistory } from "@/lib/platform/change-sets/history";
import { getTranslations } from "@/lib/platform/i18n/translator";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("common"))("history") };
}

export default async function ParkHistoryPage(props: Props) {
  const [viewer, { id }] = await Promise.all([requireViewer(), props.params]);
  const park = await getPark(viewer, id);
  if (!park) notFound();
  return (
    <>
      <ParkHeader park={park} current={`/parks/${id}/history`} />
      <RecordHistory entries={await listHistory([id])} noun="parks" />
    </>
  );
}
