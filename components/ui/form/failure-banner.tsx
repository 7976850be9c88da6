"use client";

import { useTranslations } from "next-intl";
import { translateMessage } from "@/lib/platform/i18n/translate-message";
import { Banner } from "../banner";
import styles from "./form.module.css";
import { LookAgainPanel } from "./look-again";
import { StalePanel } from "./stale-panel";
import type { RecordFormState } from "./use-record-form";

/** Why it was not saved, and how to go on. Field errors stand at their fields; the rest is said here. */
export function FailureBanner({ record, signInHref }: { record: RecordFormState; signInHref: string }) {
  const t = useTranslations();
  const { failure, fields, form } = record;
  if (!failure) return null;
  if (failure.stale && record.lookAgain)
    return <LookAgainPanel again={record.lookAgain} stale={failure.stale} />;
  if (failure.stale) return <StalePanel record={record} stale={failure.stale} />;

  const count = countErrors(form.formState.errors);
  const elsewhere = Object.entries(failure.fieldErrors ?? {}).filter(([path]) => !fields.has(path));
  const atFields = failure.code === "INVALID" && count > 0;
  if (failure.code === "INVALID" && count === 0 && elsewhere.length === 0 && !failure.fieldErrors) {
    // Every marked answer has been mended since.
    if (failure.message === "errors.mend") return null;
  }
  return (
    <div className={styles.failure} tabIndex={-1} data-failure>
      <Banner
        tone={failure.code === "SIGNED_OUT" ? "warn" : "bad"}
        role="alert"
        title={atFields ? t("ui.form.mend", { count }) : sentence()}
      >
        {failure.code === "SIGNED_OUT" ? (
          <a href={signInHref} target="_blank" rel="noopener">
            {t("ui.form.signIn")}
          </a>
        ) : null}
        {elsewhere.length > 0 ? (
          <ul>
            {elsewhere.map(([path, message]) => (
              <li key={path}>{translateMessage(t, message)}</li>
            ))}
          </ul>
        ) : null}
      </Banner>
    </div>
  );

  function sentence(): string {
    if (failure?.code === "SIGNED_OUT") return t("ui.form.signedOut");
    return translateMessage(t, failure?.message ?? "errors.unexpected");
  }
}

function countErrors(errors: object): number {
  let count = 0;
  for (const value of Object.values(errors)) {
    if (!value || typeof value !== "object") continue;
    count += "message" in value && typeof value.message === "string" ? 1 : countErrors(value);
  }
  return count;
}
