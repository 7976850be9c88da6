import type { Metadata } from "next";
import { NoticeBoard } from "@/components/notifications/notice-board";
import { requireFirm } from "@/lib/platform/auth/firm";
import { getTranslations } from "@/lib/platform/i18n/translator";
import type { SearchParams } from "@/lib/platform/paging/list-params";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("notifications"))("title") };
}

export default async function PortalNotificationsPage(props: { searchParams: Promise<SearchParams> }) {
  const [{ viewer }, searchParams] = await Promise.all([requireFirm(), props.searchParams]);
  return <NoticeBoard viewer={viewer} searchParams={searchParams} pathname="/portal/notifications" />;
}
