import { AttachmentSection } from "@/components/attachments/attachment-section";
import { CommitmentHeader } from "@/components/commitments/commitment-header";
import { findCommitment, titleOfCommitment } from "@/components/commitments/find-commitment";
import type { SearchParams } from "@/lib/platform/paging/list-params";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

export const generateMetadata = titleOfCommitment;

export default async function CommitmentAttachmentsPage(props: Props) {
  const [{ id }, searchParams] = await Promise.all([props.params, props.searchParams]);
  const { viewer, commitment } = await findCommitment(id);
  return (
    <>
      <CommitmentHeader commitment={commitment} side="/attachments" />
      <AttachmentSection viewer={viewer} owner="commitments" ownerId={id} searchParams={searchParams} />
    </>
  );
}
