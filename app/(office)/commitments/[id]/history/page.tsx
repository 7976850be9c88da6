import { CommitmentHeader } from "@/components/commitments/commitment-header";
import { findCommitment, titleOfCommitment } from "@/components/commitments/find-commitment";
import { RecordHistory } from "@/components/history/record-history";
import { listHistory } from "@/lib/platform/change-sets/history";

export const generateMetadata = titleOfCommitment;

export default async function CommitmentHistoryPage(props: { params: Promise<{ id: string }> }) {
  const { id } = await props.params;
  const { commitment } = await findCommitment(id);
  return (
    <>
      <CommitmentHeader commitment={commitment} side="/history" />
      <RecordHistory entries={await listHistory([id])} noun="commitments" />
    </>
  );
}
