import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { RecordHistory } from "@/components/history/record-history";
import { findReturn } from "@/components/returns/find-return";
import { ReturnHeader } from "@/components/returns/return-header";
import { can } from "@/lib/domain/permissions";
import { listHistory } from "@/lib/platform/change-sets/history";
import { nameOf } from "@/lib/platform/i18n/names";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { viewer, found } = await findReturn((await props.params).id);
  return { title: nameOf(viewer.locale, found.enterprise) };
}

export default async function ReturnHistoryPage(props: Props) {
  const { id } = await props.params;
  const { viewer, found } = await findReturn(id);
  if (!can(viewer, "return-rounds.read")) forbidden();
  return (
    <>
      <ReturnHeader found={found} side="/history" />
      <RecordHistory entries={await listHistory([id])} noun="returns" />
    </>
  );
}
