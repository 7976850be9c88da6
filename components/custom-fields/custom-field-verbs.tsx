"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Banner } from "@/components/ui/banner";
import { LiveButton } from "@/components/ui/live-button";
import { showToast } from "@/components/ui/toast";
import {
  deleteCustomFieldAction,
  restoreCustomFieldAction,
  retireCustomFieldAction,
} from "@/lib/domain/custom-fields/actions";
import type { ActionResult } from "@/lib/platform/action/result";
import { translateMessage } from "@/lib/platform/i18n/translate-message";
import styles from "./custom-fields.module.css";

/** Retires a field or takes it back, and deletes one that never held a value; each can be undone. */
export function CustomFieldVerbs(props: { id: string; version: number; retired: boolean }) {
  const t = useTranslations("custom-fields");
  const all = useTranslations();
  const router = useRouter();
  const [error, setError] = useState<string | null>(null);
  const which = { id: props.id, version: props.version };

  async function run<T>(asked: Promise<ActionResult<T>>, words: (data: T) => string, href?: string) {
    setError(null);
    const result = await asked;
    if (!result.ok) {
      setError(translateMessage(all, result.message));
      return;
    }
    showToast({ message: words(result.data), changeSetId: result.changeSetId });
    if (href) router.push(href);
    else router.refresh();
  }

  return (
    <div className={styles.verbs}>
      {error ? (
        <Banner tone="bad" role="alert">
          {error}
        </Banner>
      ) : null}
      <p>
        {props.retired ? (
          <LiveButton onClick={() => run(restoreCustomFieldAction(which), () => t("restoredToast"))}>
            {t("restore")}
          </LiveButton>
        ) : (
          <LiveButton
            onClick={() =>
              run(retireCustomFieldAction(which), ({ held }) => t("retiredToast", { count: held }))
            }
          >
            {t("retire")}
          </LiveButton>
        )}
        <LiveButton
          look="danger"
          onClick={() => run(deleteCustomFieldAction(which), () => t("deletedToast"), "/custom-fields")}
        >
          {t("delete")}
        </LiveButton>
      </p>
    </div>
  );
}
