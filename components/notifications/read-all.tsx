"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { LiveButton } from "@/components/ui/live-button";
import { showToast } from "@/components/ui/toast";
import { markReadAction } from "@/lib/domain/notifications/actions";
import { translateMessage } from "@/lib/platform/i18n/translate-message";

/** Notes all notices as read. */
export function ReadAll() {
  const t = useTranslations("notifications");
  const all = useTranslations();
  const router = useRouter();
  const read = async () => {
    const result = await markReadAction({ id: null });
    if (!result.ok) showToast({ message: translateMessage(all, result.message) });
    router.refresh();
  };
  return <LiveButton onClick={read}>{t("markAllRead")}</LiveButton>;
}
