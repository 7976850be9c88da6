import { EnterpriseHeader } from "@/components/enterprises/enterprise-header";
import { findEnterprise, titleOfEnterprise } from "@/components/enterprises/find-enterprise";
import { RecordHistory } from "@/components/history/record-history";
import { listHistory } from "@/lib/platform/change-sets/history";

type Props = { params: Promise<{ id: string }> };

export const generateMetadata = titleOfEnterprise;

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
