import type { Metadata } from "next";
import { AttachmentSection } from "@/components/attachments/attachment-section";
import { findPolicy } from "@/components/policies/find-policy";
import { PolicyHeader } from "@/components/policies/policy-header";
import { asOfFrom } from "@/lib/platform/dates/as-of";
import { titleOf } from "@/lib/platform/i18n/names";
import type { SearchParams } from "@/lib/platform/paging/list-params";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { viewer, policy } = await findPolicy((await props.params).id);
  return { title: titleOf(viewer.locale, policy) };
}

export default async function PolicyAttachmentsPage(props: Props) {
  const [{ id }, searchParams] = await Promise.all([props.params, props.searchParams]);
  const { viewer, policy } = await findPolicy(id, asOfFrom(searchParams));
  return (
    <>
      <PolicyHeader policy={policy} side="/attachments" />
      <AttachmentSection viewer={viewer} owner="policies" ownerId={id} searchParams={searchParams} />
    </>
  );
}
