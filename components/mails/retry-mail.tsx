"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { LiveButton } from "@/components/ui/live-button";
import { showToast } from "@/components/ui/toast";
import { retryMailAction } from "@/lib/domain/mails/actions";
import { translateMessage } from "@/lib/platform/i18n/translate-message";

/** Sends a mail once more that was given up or kept. */
export function RetryMail({ id }: { id: string }) {
  const t = useTranslations("mails.page");
  const all = useTranslations();
  const router = useRouter();
  const retry = async () => {
    const result = await retryMailAction({ id });
    showToast({ message: result.ok ? t("retried") : translateMessage(all, result.message) });
    router.refresh();
  };
  return <LiveButton onClick={retry}>{t("retry")}</LiveButton>;
}
