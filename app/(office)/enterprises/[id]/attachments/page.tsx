import { AttachmentSection } from "@/components/attachments/attachment-section";
import { EnterpriseHeader } from "@/components/enterprises/enterprise-header";
import { findEnterprise, titleOfEnterprise } from "@/components/enterprises/find-enterprise";
import type { SearchParams } from "@/lib/platform/paging/list-params";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

export const generateMetadata = titleOfEnterprise;

export default async function EnterpriseAttachmentsPage(props: Props) {
  const [{ id }, searchParams] = await Promise.all([props.params, props.searchParams]);
  const { viewer, enterprise } = await findEnterprise(id);
  return (
    <>
      <EnterpriseHeader enterprise={enterprise} side="/attachments" />
      <AttachmentSection viewer={viewer} owner="enterprises" ownerId={id} searchParams={searchParams} />
    </>
  );
}
