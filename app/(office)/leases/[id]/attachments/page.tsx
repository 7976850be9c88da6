import type { Metadata } from "next";
import { AttachmentSection } from "@/components/attachments/attachment-section";
import { findLease } from "@/components/leases/find-lease";
import { LeaseHeader } from "@/components/leases/lease-header";
import { asOfFrom } from "@/lib/platform/dates/as-of";
import type { SearchParams } from "@/lib/platform/paging/list-params";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { lease } = await findLease((await props.params).id, asOfFrom(await props.searchParams));
  return { title: lease.leaseNo };
}

export default async function LeaseAttachmentsPage(props: Props) {
  const [{ id }, searchParams] = await Promise.all([props.params, props.searchParams]);
  const { viewer, lease } = await findLease(id, asOfFrom(searchParams));
  return (
    <>
      <LeaseHeader lease={lease} side="/attachments" />
      <AttachmentSection viewer={viewer} owner="leases" ownerId={id} searchParams={searchParams} />
    </>
  );
}
