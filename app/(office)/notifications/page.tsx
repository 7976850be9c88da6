import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CalendarAddress } from "@/components/notifications/calendar-address";
import { NoticeList } from "@/components/notifications/notice-list";
import { ReadAll } from "@/components/notifications/read-all";
import { WaysForm } from "@/components/notifications/ways-form";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { Tabs } from "@/components/ui/tabs";
import { getNotificationSettings, listNotifications } from "@/lib/domain/notifications/queries";
import { notificationListSchema } from "@/lib/domain/notifications/schema";
import { requireViewer } from "@/lib/platform/auth/session";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { toNoticeWords } from "@/lib/platform/i18n/notice-words";
import { currentLocale, getFormats } from "@/lib/platform/i18n/translator";
import { parseList, type SearchParams } from "@/lib/platform/paging/list-params";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("notifications"))("title") };
}

const UNREAD = "/notifications?show=unread";

/** What the reader was told, how they want to be told, and the address of their calendar. */
export default async function NotificationsPage(props: { searchParams: Promise<SearchParams> }) {
  const [viewer, searchParams, t, mails, locale, formats] = await Promise.all([
    requireViewer(),
    props.searchParams,
    getTranslations("notifications"),
    getTranslations("mails"),
    currentLocale(),
    getFormats(),
  ]);
  const params = parseList(notificationListSchema, searchParams);
  const [{ rows, total }, settings] = await Promise.all([
    listNotifications(viewer, params),
    getNotificationSettings(viewer),
  ]);
  const unread = viewer.unread ?? 0;
  const notices = rows.map(({ id, kind, href, read, createdAt, ...row }) => {
    const words = { zone: "", ...toNoticeWords(locale, row.params) };
    const say = (part: "subject" | "body") => mails(`${kind}.${part}` as never, words as never);
    return { id, href, read, title: say("subject"), body: say("body"), at: formats.dateTime(createdAt) };
  });
  return (
    <>
      <PageHeader
        title={t("title")}
        action={
          unread > 0 ? (
            <ClientMessages namespaces={["notifications"]}>
              <ReadAll />
            </ClientMessages>
          ) : undefined
        }
      />
      <Tabs
        label={t("title")}
        current={params.show === "unread" ? UNREAD : "/notifications"}
        tabs={[
          { href: "/notifications", label: t("all") },
          { href: UNREAD, label: t("unread"), count: unread },
        ]}
      />
      {notices.length > 0 ? (
        <ClientMessages namespaces={["notifications"]}>
          <NoticeList notices={notices} />
        </ClientMessages>
      ) : (
        <EmptyState title={t(params.show === "unread" ? "noneUnread" : "empty")} text={t("emptyText")} />
      )}
      <Pager
        page={params.page}
        pageSize={params.pageSize}
        total={total}
        searchParams={searchParams}
        pathname="/notifications"
      />
      {settings.ways.length > 0 ? (
        <>
          <h2>{t("ways")}</h2>
          <p>{t("waysHelp")}</p>
          <ClientMessages namespaces={["notifications", "mails"]}>
            <WaysForm ways={settings.ways} />
          </ClientMessages>
        </>
      ) : null}
      {settings.can.openCalendar ? (
        <>
          <h2>{t("calendar")}</h2>
          <p>{t("calendarHelp")}</p>
          <ClientMessages namespaces={["notifications"]}>
            <CalendarAddress
              since={settings.calendarSince ? formats.dateTime(settings.calendarSince) : null}
            />
          </ClientMessages>
        </>
      ) : null}
    </>
  );
}
