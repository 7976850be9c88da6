"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { LiveButton } from "@/components/ui/live-button";
import { markReadAction } from "@/lib/domain/notifications/actions";
import styles from "./notice-list.module.css";

type Notice = { id: string; href: string; read: boolean; title: string; body: string; at: string };

/** Notices, newest first. Opening one reads it. */
export function NoticeList({ notices }: { notices: Notice[] }) {
  const t = useTranslations("notifications");
  const router = useRouter();
  const read = async (id: string) => {
    await markReadAction({ id });
    router.refresh();
  };
  return (
    <ul className={styles.list}>
      {notices.map((notice) => (
        <li key={notice.id} className={styles.notice} data-read={notice.read}>
          <a
            href={notice.href}
            className={styles.title}
            onClick={() => {
              if (!notice.read) void markReadAction({ id: notice.id });
            }}
          >
            {notice.read ? null : <span className="visually-hidden">{t("isUnread")} </span>}
            {notice.title}
          </a>
          <p className={styles.body}>{notice.body}</p>
          <p className={styles.foot}>
            <span>{notice.at}</span>
            {notice.read ? null : (
              <LiveButton
                look="quiet"
                aria-label={`${t("markRead")}: ${notice.title}`}
                onClick={() => read(notice.id)}
              >
                {t("markRead")}
              </LiveButton>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}
