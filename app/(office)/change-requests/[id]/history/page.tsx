import type { Metadata } from "next";
import { findChangeRequest } from "@/components/change-requests/find-change-request";
import { RequestHeader } from "@/components/change-requests/request-header";
import { RecordHistory } from "@/components/history/record-history";
import { listHistory } from "@/lib/platform/change-sets/history";
import { nameOf } from "@/lib/platform/i18n/names";
import { getTranslations } from "@/lib/platform/i18n/translator";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [{ id }, t] = await Promise.all([props.params, getTranslations("change-requests")]);
  const { viewer, request } = await findChangeRequest(id);
  return { title: t("changeOf", { firm: nameOf(viewer.locale, request.enterprise) }) };
}

export default async function ChangeRequestHistoryPage(props: Props) {
  const { id } = await props.params;
  const { request } = await findChangeRequest(id);
  return (
    <>
      <RequestHeader request={request} side="/history" />
      <RecordHistory entries={await listHistory([id])} noun="change-requests" />
    </>
  );
}
