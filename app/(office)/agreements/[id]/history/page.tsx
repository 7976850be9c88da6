import type { Metadata } from "next";
import { AgreementHeader } from "@/components/agreements/agreement-header";
import { findAgreement } from "@/components/agreements/find-agreement";
import { RecordHistory } from "@/components/history/record-history";
import { listHistory } from "@/lib/platform/change-sets/history";
import { titleOf } from "@/lib/platform/i18n/names";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { viewer, agreement } = await findAgreement((await props.params).id);
  return { title: titleOf(viewer.locale, agreement) };
}

export default async function AgreementHistoryPage(props: Props) {
  const { id } = await props.params;
  const { agreement } = await findAgreement(id);
  return (
    <>
      <AgreementHeader agreement={agreement} side="/history" />
      <RecordHistory entries={await listHistory([id])} noun="agreements" />
    </>
  );
}
