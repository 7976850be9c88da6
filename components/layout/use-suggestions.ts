"use client";

import { useEffect, useState } from "react";
import type { SuggestionGroup } from "./suggestion-list";

/** Long enough that a fast typist asks once a word, short enough to feel at once. */
const PAUSE_MS = 120;

/** What the server offers for a text; null while nothing was asked. An older answer never replaces a newer one. */
export function useSuggestions(typed: string): { groups: SuggestionGroup[] | null; failed: boolean } {
  const [found, setFound] = useState<{ groups: SuggestionGroup[] | null; failed: boolean }>({
    groups: null,
    failed: false,
  });
  const text = typed.trim();

  useEffect(() => {
    if (text === "") {
      setFound({ groups: null, failed: false });
      return;
    }
    const asking = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const answer = await fetch(`/search/suggest?q=${encodeURIComponent(text)}`, {
          signal: asking.signal,
        });
        if (!answer.ok) throw new Error(String(answer.status));
        const { groups } = (await answer.json()) as { groups: SuggestionGroup[] };
        setFound({ groups, failed: false });
      } catch {
        if (!asking.signal.aborted) setFound({ groups: null, failed: true });
      }
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [text]);

  return found;
}
