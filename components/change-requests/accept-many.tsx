"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { AppLink } from "@/components/ui/app-link";
import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button";
import { LiveButton } from "@/components/ui/live-button";
import { acceptChangeRequestsAction } from "@/lib/domain/change-requests/actions";
import { translateMessage } from "@/lib/platform/i18n/translate-message";
import styles from "./change-requests.module.css";

type Row = { id: string; name: string };
type Outcome = { count: number; left: { id: string; name: string; why: string }[] };

/** Accepts all that some requests ask for, and says which were left out and why. */
export function AcceptMany({ rows, listHref }: { rows: Row[]; listHref: string }) {
  const all = useTranslations();
  const t = useTranslations("change-requests.bulk");
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);

  async function accept() {
    if (pending) return;
    setPending(true);
    const result = await acceptChangeRequestsAction({ ids: rows.map(({ id }) => id) });
    setPending(false);
    if (!result.ok) return setFailure(result.message);
    const names = new Map(rows.map(({ id, name }) => [id, name]));
    const left = result.data.left.map(({ id, why }) => ({ id, why, name: names.get(id) ?? "" }));
    setFailure(null);
    setOutcome({ count: result.data.count, left });
  }

  if (outcome) {
    return (
      <div className={styles.section}>
        <Banner tone={outcome.left.length > 0 ? "warn" : "good"} role="status">
          {t("done", { count: outcome.count })}
        </Banner>
        {outcome.left.length > 0 ? (
          <>
            <p>{t("left", { count: outcome.left.length })}</p>
            <ul>
              {outcome.left.map(({ id, name, why }) => (
                <li key={id}>
                  <AppLink href={`/change-requests/${id}`}>{name}</AppLink>: {translateMessage(all, why)}
                </li>
              ))}
            </ul>
          </>
        ) : null}
        <p>
          <ButtonLink href={listHref}>{t("back")}</ButtonLink>
        </p>
      </div>
    );
  }
  return (
    <div className={styles.section}>
      {failure ? (
        <Banner tone="bad" role="alert">
          {translateMessage(all, failure)}
        </Banner>
      ) : null}
      <p>{t("help")}</p>
      <ul>
        {rows.map(({ id, name }) => (
          <li key={id}>{name}</li>
        ))}
      </ul>
      <p>
        <LiveButton look="primary" onClick={accept} aria-disabled={pending || undefined}>
          {t("accept", { count: rows.length })}
        </LiveButton>
      </p>
    </div>
  );
}
