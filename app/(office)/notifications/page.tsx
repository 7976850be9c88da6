import type { Metadata } from "next";
import { NoticeBoard } from "@/components/notifications/notice-board";
import { requireViewer } from "@/lib/platform/auth/session";
import { getTranslations } from "@/lib/platform/i18n/translator";
import type { SearchParams } from "@/lib/platform/paging/list-params";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("notifications"))("title") };
}

export default async function NotificationsPage(props: { searchParams: Promise<SearchParams> }) {
  const [viewer, searchParams] = await Promise.all([requireViewer(), props.searchParams]);
  return <NoticeBoard viewer={viewer} searchParams={searchParams} pathname="/notifications" />;
}
