"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Banner } from "@/components/ui/banner";
import { LiveButton } from "@/components/ui/live-button";
import { showToast } from "@/components/ui/toast";
import { closeCalendarAction, openCalendarAction } from "@/lib/domain/notifications/actions";
import { translateMessage } from "@/lib/platform/i18n/translate-message";

/** Makes the address of one's calendar, shows it this one time, and takes it away again. */
export function CalendarAddress({ since }: { since: string | null }) {
  const t = useTranslations("notifications");
  const all = useTranslations();
  const router = useRouter();
  const [address, setAddress] = useState<string | null>(null);
  const open = async () => {
    const result = await openCalendarAction({});
    if (result.ok) setAddress(new URL(result.data.path, window.location.href).href);
    else showToast({ message: translateMessage(all, result.message) });
    router.refresh();
  };
  const close = async () => {
    const result = await closeCalendarAction({});
    if (result.ok) setAddress(null);
    showToast({ message: result.ok ? t("calendarClosed") : translateMessage(all, result.message) });
    router.refresh();
  };
  return (
    <>
      <p>{since ? t("calendarSince", { at: since }) : t("noCalendar")}</p>
      {address ? (
        <Banner title={t("calendarMade")} role="status">
          <p>
            <code style={{ overflowWrap: "anywhere" }}>{address}</code>
          </p>
          <p>{t("calendarMadeHelp")}</p>
        </Banner>
      ) : null}
      <p>
        <LiveButton onClick={open}>{t(since ? "newCalendar" : "openCalendar")}</LiveButton>{" "}
        {since ? (
          <LiveButton look="danger" onClick={close}>
            {t("closeCalendar")}
          </LiveButton>
        ) : null}
      </p>
    </>
  );
}
