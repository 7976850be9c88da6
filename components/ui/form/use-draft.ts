"use client";

import { usePathname } from "next/navigation";
import { useEffect, useState } from "react";
import type { FieldValues, UseFormReturn } from "react-hook-form";
import { forgetDraft, keepDraft, readDraft } from "./draft";

const PAUSE = 400;

/** Keeps what is typed with the tab, and brings it back when the same form opens again. */
export function useDraft(form: UseFormReturn<FieldValues>, enabled: boolean) {
  const pathname = usePathname();
  const [restored, setRestored] = useState(false);

  useEffect(() => {
    if (!enabled) return;
    const key = keyOf(pathname);
    const draft = readDraft(key);
    if (draft && typeof draft === "object") {
      form.reset(draft as FieldValues, { keepDefaultValues: true });
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

  return {
    restored,
    forget() {
      forgetDraft(keyOf(pathname));
      setRestored(false);
    },
  };
}

/** One person's draft never opens for another who signs in on the same tab. */
function keyOf(pathname: string): string {
  const viewer = document.querySelector<HTMLElement>("[data-viewer]")?.dataset.viewer ?? "";
  return `${viewer}:${pathname}`;
}
