"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { LiveButton } from "@/components/ui/live-button";
import { showToast } from "@/components/ui/toast";
import { resendChangeRequestAction, withdrawChangeRequestAction } from "@/lib/domain/change-requests/actions";
import { translateMessage } from "@/lib/platform/i18n/translate-message";
import styles from "./portal.module.css";

/** What a firm may do to its request as it stands. */
export function RequestVerbs(props: {
  of: { id: string; version: number };
  can: { resend: boolean; withdraw: boolean };
}) {
  const { of, can } = props;
  const all = useTranslations();
  const t = useTranslations("change-requests.portal");
  const router = useRouter();
  const [pending, setPending] = useState(false);

  async function act(verb: "resend" | "withdraw") {
    if (pending) return;
    setPending(true);
    const result =
      verb === "resend" ? await resendChangeRequestAction(of) : await withdrawChangeRequestAction(of);
    setPending(false);
    const done = t(verb === "resend" ? "resent" : "withdrawn");
    showToast({ message: result.ok ? done : translateMessage(all, result.message) });
    router.refresh();
  }

  if (!can.resend && !can.withdraw) return null;
  return (
    <div className={styles.verbs}>
      {can.resend ? (
        <LiveButton look="primary" onClick={() => act("resend")} aria-disabled={pending || undefined}>
          {t("resend")}
        </LiveButton>
      ) : null}
      {can.withdraw ? (
        <LiveButton onClick={() => act("withdraw")} aria-disabled={pending || undefined}>
          {t("withdraw")}
        </LiveButton>
      ) : null}
    </div>
  );
}
