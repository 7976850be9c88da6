import type { Metadata } from "next";
import { ClaimHeader } from "@/components/claims/claim-header";
import { findClaim } from "@/components/claims/find-claim";
import { RecordHistory } from "@/components/history/record-history";
import { listHistory } from "@/lib/platform/change-sets/history";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { claim } = await findClaim((await props.params).id);
  return { title: claim.code };
}

export default async function ClaimHistoryPage(props: Props) {
  const { id } = await props.params;
  const { claim } = await findClaim(id);
  return (
    <>
      <ClaimHeader claim={claim} side="/history" />
      <RecordHistory entries={await listHistory([id])} noun="claims" />
    </>
  );
}
