"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { TOAST_EVENT, type Toast, takeToast } from "./toast";
import styles from "./toaster.module.css";

const SHOWN_FOR = 10_000;

type Words = { region: string; undo: string; failed: string; close: string };

/** Shows the last toast, with Undo where what was done has a change set. Waits while pointed at or focused. */
export function Toaster(props: {
  words: Words;
  /** Undoes a change set and says in words what came of it. */
  undo?: (changeSetId: string) => Promise<string>;
}) {
  const router = useRouter();
  const [toast, setToast] = useState<Toast | null>(null);
  const [busy, setBusy] = useState(false);
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    setToast(takeToast());
    function show(event: Event) {
      takeToast();
      setToast((event as CustomEvent<Toast>).detail);
    }
    window.addEventListener(TOAST_EVENT, show);
    return () => window.removeEventListener(TOAST_EVENT, show);
  }, []);

  useEffect(() => {
    if (!toast) return;
    const timer = setInterval(() => {
      if (!box.current?.matches(":hover, :focus-within")) setToast(null);
    }, SHOWN_FOR);
    return () => clearInterval(timer);
  }, [toast]);

  async function undo(changeSetId: string) {
    setBusy(true);
    const said = await props.undo?.(changeSetId).catch(() => null);
    setBusy(false);
    setToast({ message: said ?? props.words.failed });
    router.refresh();
  }

  const changeSetId = toast?.changeSetId;
  return (
    <section aria-label={props.words.region} aria-live="polite" className={styles.place}>
      {toast ? (
        <div ref={box} className={styles.toast}>
          <span>{toast.message}</span>
          {changeSetId && props.undo ? (
            <button type="button" disabled={busy} onClick={() => undo(changeSetId)}>
              {props.words.undo}
            </button>
          ) : null}
          <button type="button" aria-label={props.words.close} onClick={() => setToast(null)}>
            <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
              <path d="M3 3l10 10M13 3L3 13" stroke="currentColor" strokeWidth="1.5" />
            </svg>
          </button>
        </div>
      ) : null}
    </section>
  );
}
