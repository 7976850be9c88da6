import type { Metadata } from "next";
import { AgreementHeader } from "@/components/agreements/agreement-header";
import { findAgreement } from "@/components/agreements/find-agreement";
import { AttachmentSection } from "@/components/attachments/attachment-section";
import { titleOf } from "@/lib/platform/i18n/names";
import type { SearchParams } from "@/lib/platform/paging/list-params";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { viewer, agreement } = await findAgreement((await props.params).id);
  return { title: titleOf(viewer.locale, agreement) };
}

export default async function AgreementAttachmentsPage(props: Props) {
  const [{ id }, searchParams] = await Promise.all([props.params, props.searchParams]);
  const { viewer, agreement } = await findAgreement(id);
  return (
    <>
      <AgreementHeader agreement={agreement} side="/attachments" />
      <AttachmentSection viewer={viewer} owner="agreements" ownerId={id} searchParams={searchParams} />
    </>
  );
}
