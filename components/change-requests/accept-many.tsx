"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { AppLink } from "@/components/ui/app-link";
import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button";
import { LiveButton } from "@/components/ui/live-button";
import { acceptChangeRequestsAction } from "@/lib/domain/change-requests/actions";
import { translateMessage } from "@/lib/platform/i18n/translate-message";
import styles from "./change-requests.module.css";

type Row = { id: string; version: number; name: string };
export type LeftOut = { id: string; name: string; why: string; fields?: string };
type Outcome = { count: number; left: LeftOut[] };

/**
 * Accepts all that some requests ask for, as the page shows it (`children`), and says which were left out and why: those
 * that cannot be accepted from the first (`left`), and those that something came in between of.
 */
export function AcceptMany(props: { rows: Row[]; left: LeftOut[]; listHref: string; children: ReactNode }) {
  const { rows } = props;
  const all = useTranslations();
  const t = useTranslations("change-requests.bulk");
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);

  async function accept() {
    if (pending) return;
    setPending(true);
    const result = await acceptChangeRequestsAction({
      requests: rows.map(({ id, version }) => ({ id, version })),
    });
    setPending(false);
    if (!result.ok) return setFailure(result.message);
    const names = new Map(rows.map(({ id, name }) => [id, name]));
    const left = result.data.left.map(({ id, why }) => ({ id, why, name: names.get(id) ?? "" }));
    setFailure(null);
    setOutcome({ count: result.data.count, left: [...left, ...props.left] });
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
            <LeftList left={outcome.left} />
          </>
        ) : null}
        <p>
          <ButtonLink href={props.listHref}>{t("back")}</ButtonLink>
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
      {props.left.length > 0 ? (
        <section aria-label={t("wont", { count: props.left.length })}>
          <h2>{t("wont", { count: props.left.length })}</h2>
          <p>{t("wontHelp")}</p>
          <LeftList left={props.left} />
        </section>
      ) : null}
      <section aria-label={t("will", { count: rows.length })} className={styles.fields}>
        <h2>{t("will", { count: rows.length })}</h2>
        {rows.length > 0 ? <p>{t("help")}</p> : null}
        {props.children}
      </section>
      <p className={styles.verbs}>
        {rows.length > 0 ? (
          <LiveButton look="primary" onClick={accept} aria-disabled={pending || undefined}>
            {t("accept", { count: rows.length })}
          </LiveButton>
        ) : null}
        <ButtonLink href={props.listHref}>{t("back")}</ButtonLink>
      </p>
    </div>
  );
}

function LeftList({ left }: { left: LeftOut[] }) {
  const all = useTranslations();
  return (
    <ul>
      {left.map(({ id, name, why, fields }) => (
        <li key={id}>
          <AppLink href={`/change-requests/${id}`}>{name}</AppLink>: {translateMessage(all, why)}
          {fields ? ` (${fields})` : ""}
        </li>
      ))}
    </ul>
  );
}
