"use client";

import { usePathname } from "next/navigation";
import { useEffect, useState } from "react";
import type { FieldValues, UseFormReturn } from "react-hook-form";
import { forgetDraft, keepDraft, readDraft } from "./draft";

const PAUSE = 400;

/** Brings back what was typed when the same form opens again; answers whether there was anything. */
export function useDraft(form: UseFormReturn<FieldValues>, enabled: boolean): boolean {
  const pathname = usePathname();
  const [restored, setRestored] = useState(false);
  const { isDirty } = form.formState;

  useEffect(() => {
    if (!enabled) return;
    const key = keyOf(pathname);
    const draft = readDraft(key);
    if (draft && typeof draft === "object") {
      // The form's own values fill what an older draft does not know.
      form.reset({ ...form.getValues(), ...draft }, { keepDefaultValues: true });
      setRestored(true);
    }
    let timer: ReturnType<typeof setTimeout> | undefined;
    const watching = form.watch((values) => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (form.formState.isDirty) keepDraft(key, values);
        else forgetDraft(key);
      }, PAUSE);
    });
    return () => {
      clearTimeout(timer);
      watching.unsubscribe();
    };
  }, [form, enabled, pathname]);

  return restored && isDirty;
}

/** Forgets what was typed on this page: it is saved, or given up. */
export function useForgetDraft(): () => void {
  const pathname = usePathname();
  return () => forgetDraft(keyOf(pathname));
}

/** One person's draft never opens for another who signs in on the same tab. */
function keyOf(pathname: string): string {
  const viewer = document.querySelector<HTMLElement>("[data-viewer]")?.dataset.viewer ?? "";
  return `${viewer}:${pathname}`;
}
