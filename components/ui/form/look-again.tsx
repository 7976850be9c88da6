"use client";

import { useTranslations } from "next-intl";
import type { StaleDetails } from "@/lib/platform/action/result";
import { useFormats } from "@/lib/platform/i18n/use-formats";
import { AppLink } from "../app-link";
import { Banner } from "../banner";
import styles from "./form.module.css";
import type { LookAgain } from "./use-record-form";

/**
 * A decision on what somebody changed meanwhile: who, when, where it stands now, and the way to see it. It is not offered
 * to be saved on top of theirs, since nobody decides on what they have not seen.
 */
export function LookAgainPanel({ again, stale }: { again: LookAgain; stale: StaleDetails }) {
  const t = useTranslations("ui.form.stale");
  const formats = useFormats();
  const now = again.now?.(stale.theirs);
  return (
    <div className={styles.failure} tabIndex={-1} data-failure>
      <Banner
        tone="warn"
        role="alert"
        title={t("meanwhile", { by: stale.by, at: formats.dateTime(stale.at) })}
      >
        {now ? <span>{now}</span> : null}
        <span>{t("undecided")}</span>
        <span>
          <AppLink href={again.href}>{t("lookAgain")}</AppLink>
        </span>
      </Banner>
    </div>
  );
}
