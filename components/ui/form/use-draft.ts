"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useEffect, useState } from "react";
import type { FieldValues, UseFormReturn } from "react-hook-form";
import { forgetDraft, forgetOldDrafts, keepDraft, readDraft } from "./draft";

const PAUSE = 400;

/** Brings back what was typed when the same form opens again; answers whether there was anything. */
export function useDraft(form: UseFormReturn<FieldValues>, enabled: boolean): boolean {
  const key = useDraftKey();
  const [restored, setRestored] = useState(false);
  const { isDirty } = form.formState;

  useEffect(() => {
    if (!enabled) return;
    forgetOldDrafts();
    const draft = readDraft(key);
    if (draft && typeof draft === "object") {
      // The form's own values fill what an older draft does not know.
      const held = form.getValues();
      const typed = { ...held, ...draft };
      if (saysTheSame(typed, held)) forgetDraft(key);
      else {
        form.reset(typed, { keepDefaultValues: true });
        setRestored(true);
      }
    }
    let timer: ReturnType<typeof setTimeout> | undefined;
    function keep() {
      timer = undefined;
      if (form.formState.isDirty) keepDraft(key, form.getValues());
      else forgetDraft(key);
    }
    const watching = form.watch(() => {
      clearTimeout(timer);
      timer = setTimeout(keep, PAUSE);
    });
    // A tab that is closed within the pause keeps the last words too.
    function keepLast() {
      if (timer === undefined) return;
      clearTimeout(timer);
      keep();
    }
    window.addEventListener("pagehide", keepLast);
    return () => {
      clearTimeout(timer);
      watching.unsubscribe();
      window.removeEventListener("pagehide", keepLast);
    };
  }, [form, enabled, key]);

  return restored && isDirty;
}

/**
 * Saved, but the answer never came: the tab was closed over it, or the line was gone. The record holds all of it, and
 * the draft's older version would only have the next save refused.
 */
function saysTheSame(typed: FieldValues, held: FieldValues): boolean {
  return JSON.stringify({ ...typed, version: held.version }) === JSON.stringify(held);
}

/** Forgets what was typed on this page: it is saved, or given up. */
export function useForgetDraft(): () => void {
  const key = useDraftKey();
  return () => forgetDraft(key);
}

/** The address, with what it fills in: a form opened for another unit or firm is another form. Not the day. */
function useDraftKey(): string {
  const pathname = usePathname();
  const params = new URLSearchParams(useSearchParams());
  params.delete("asOf");
  params.sort();
  const rest = params.toString();
  return rest ? `${pathname}?${rest}` : pathname;
}
