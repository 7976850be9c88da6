import type { Metadata } from "next";
import { ActionItemHeader } from "@/components/action-items/action-item-header";
import { findActionItem } from "@/components/action-items/find-action-item";
import { RecordHistory } from "@/components/history/record-history";
import { listHistory } from "@/lib/platform/change-sets/history";
import { titleOf } from "@/lib/platform/i18n/names";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { viewer, item } = await findActionItem((await props.params).id);
  return { title: titleOf(viewer.locale, item) };
}

export default async function ActionItemHistoryPage(props: Props) {
  const { id } = await props.params;
  const { item } = await findActionItem(id);
  return (
    <>
      <ActionItemHeader item={item} side="/history" />
      <RecordHistory entries={await listHistory([id])} noun="action-items" />
    </>
  );
}
