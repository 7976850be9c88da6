import type { Metadata } from "next";
import { RecordHistory } from "@/components/history/record-history";
import { findPolicy } from "@/components/policies/find-policy";
import { PolicyHeader } from "@/components/policies/policy-header";
import { listHistory } from "@/lib/platform/change-sets/history";
import { asOfFrom } from "@/lib/platform/dates/as-of";
import { titleOf } from "@/lib/platform/i18n/names";
import type { SearchParams } from "@/lib/platform/paging/list-params";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { viewer, policy } = await findPolicy((await props.params).id);
  return { title: titleOf(viewer.locale, policy) };
}

export default async function PolicyHistoryPage(props: Props) {
  const [{ id }, searchParams] = await Promise.all([props.params, props.searchParams]);
  const { policy } = await findPolicy(id, asOfFrom(searchParams));
  return (
    <>
      <PolicyHeader policy={policy} side="/history" />
      <RecordHistory entries={await listHistory([id])} noun="policies" />
    </>
  );
}
