import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { Tabs } from "@/components/ui/tabs";
import { getNotificationSettings, listNotifications } from "@/lib/domain/notifications/queries";
import { notificationListSchema } from "@/lib/domain/notifications/schema";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { toNoticeWords } from "@/lib/platform/i18n/notice-words";
import { currentLocale, getFormats, getTranslations } from "@/lib/platform/i18n/translator";
import { parseList, type SearchParams } from "@/lib/platform/paging/list-params";
import { CalendarAddress } from "./calendar-address";
import { NoticeList } from "./notice-list";
import { ReadAll } from "./read-all";
import { WaysForm } from "./ways-form";

/** What the reader was told, how they want to be told, and the address of their calendar; in whatever frame. */
export async function NoticeBoard(props: {
  viewer: Viewer;
  searchParams: SearchParams;
  /** Where the board stands. */
  pathname: string;
}) {
  const { viewer, searchParams, pathname } = props;
  const [t, mails, locale, formats] = await Promise.all([
    getTranslations("notifications"),
    getTranslations("mails"),
    currentLocale(),
    getFormats(),
  ]);
  const unreadAt = `${pathname}?show=unread`;
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
        current={params.show === "unread" ? unreadAt : pathname}
        tabs={[
          { href: pathname, label: t("all") },
          { href: unreadAt, label: t("unread"), count: unread },
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
        pathname={pathname}
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
