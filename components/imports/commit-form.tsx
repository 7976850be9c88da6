"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import styles from "./imports.module.css";

const LOOK_AGAIN_MS = 700;

/**
 * Writes the file. A plain form where there is no JavaScript; with it, the page stays and tells how far the writing
 * has come.
 */
export function CommitForm(props: { address: string; created: number; updated: number; failed: number }) {
  const t = useTranslations("imports");
  const router = useRouter();
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null);
  const { address, created, updated, failed } = props;
  const count = created + updated;

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setProgress({ done: 0, total: count });
    const stop = lookAgain();
    try {
      const answer = await fetch(`${address}/commit`, { method: "POST" });
      router.push(answer.url.slice(window.location.origin.length));
      router.refresh();
    } finally {
      stop();
      setProgress(null);
    }
  }

  /** Looks at how far it has come, each time when the last answer is there; returns what ends it. */
  function lookAgain(): () => void {
    let timer: ReturnType<typeof setTimeout> | undefined = setTimeout(look, LOOK_AGAIN_MS);
    async function look() {
      const answer = await fetch(`${address}/progress`).catch(() => null);
      if (answer?.ok) {
        const { done, total }: { done: number; total: number } = await answer.json();
        setProgress((before) => before && (total > 0 ? { done, total } : before));
      }
      if (timer) timer = setTimeout(look, LOOK_AGAIN_MS);
    }
    return () => {
      clearTimeout(timer);
      timer = undefined;
    };
  }

  return (
    <form action={`${address}/commit`} method="post" onSubmit={submit} className={styles.verbs}>
      <Button look="primary" type="submit" disabled={progress !== null}>
        {t("commit", { count })}
      </Button>
      {progress ? (
        <span role="status">
          <progress value={progress.done} max={progress.total} aria-hidden />{" "}
          {t("committing", { done: progress.done, total: progress.total })}
        </span>
      ) : (
        <span className={styles.help}>{t("commitHelp", { created, updated, failed })}</span>
      )}
    </form>
  );
}
