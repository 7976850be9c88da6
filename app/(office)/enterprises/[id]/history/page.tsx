import type { Metadata } from "next";
import { EnterpriseHeader } from "@/components/enterprises/enterprise-header";
import { findEnterprise } from "@/components/enterprises/find-enterprise";
import { RecordHistory } from "@/components/history/record-history";
import { listHistory } from "@/lib/platform/change-sets/history";
import { nameOf } from "@/lib/platform/i18n/names";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { viewer, enterprise } = await findEnterprise((await props.params).id);
  return { title: nameOf(viewer.locale, enterprise) };
}

export default async function EnterpriseHistoryPage(props: Props) {
  const { id } = await props.params;
  const { enterprise } = await findEnterprise(id);
  return (
    <>
      <EnterpriseHeader enterprise={enterprise} side="/history" />
      <RecordHistory entries={await listHistory([id])} noun="enterprises" />
    </>
  );
}
