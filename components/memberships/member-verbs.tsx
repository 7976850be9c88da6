"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Banner } from "@/components/ui/banner";
import { LiveButton } from "@/components/ui/live-button";
import { showToast } from "@/components/ui/toast";
import {
  removeMemberAction,
  setFirmAdminAction,
  withdrawInvitationAction,
} from "@/lib/domain/memberships/actions";
import type { ActionResult } from "@/lib/platform/action/result";
import { translateMessage } from "@/lib/platform/i18n/translate-message";
import styles from "./member-list.module.css";

function useVerb() {
  const all = useTranslations();
  const router = useRouter();
  const [error, setError] = useState<string | null>(null);
  async function run(action: Promise<ActionResult<object>>, message: string) {
    setError(null);
    const result = await action;
    if (!result.ok) return setError(translateMessage(all, result.message));
    showToast({ message, changeSetId: result.changeSetId });
    router.refresh();
  }
  const refusal = error ? (
    <Banner tone="bad" role="alert">
      {error}
    </Banner>
  ) : null;
  return { run, refusal };
}

/** What an admin of a firm, or the office, may do with somebody who acts for it. */
export function MemberVerbs(props: { id: string; name: string; firmAdmin: boolean }) {
  const t = useTranslations("memberships");
  const { run, refusal } = useVerb();
  const { id, name, firmAdmin } = props;
  return (
    <div className={styles.verbs}>
      {refusal}
      <LiveButton
        aria-label={`${t(firmAdmin ? "unmakeAdmin" : "makeAdmin")}: ${name}`}
        onClick={() => run(setFirmAdminAction({ id, firmAdmin: !firmAdmin }), t("adminChanged"))}
      >
        {t(firmAdmin ? "unmakeAdmin" : "makeAdmin")}
      </LiveButton>
      <LiveButton
        look="danger"
        aria-label={`${t("remove")}: ${name}`}
        onClick={() => run(removeMemberAction({ id }), t("removed", { name }))}
      >
        {t("remove")}
      </LiveButton>
    </div>
  );
}

/** Takes an invitation back. */
export function InvitationVerbs(props: { id: string; version: number; email: string }) {
  const t = useTranslations("memberships");
  const { run, refusal } = useVerb();
  const { id, version, email } = props;
  return (
    <div className={styles.verbs}>
      {refusal}
      <LiveButton
        aria-label={`${t("withdraw")}: ${email}`}
        onClick={() => run(withdrawInvitationAction({ id, version }), t("withdrawn"))}
      >
        {t("withdraw")}
      </LiveButton>
    </div>
  );
}
