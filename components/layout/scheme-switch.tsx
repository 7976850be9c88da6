"use client";

import { type FormEvent, useEffect, useState } from "react";
import { setSchemeAction } from "@/lib/platform/i18n/actions";
import { isScheme, SCHEME_COOKIE, type Scheme, schemes } from "@/lib/platform/i18n/locales";
import styles from "./top-bar.module.css";

/** As the system has it, light or dark: at once in the browser, by the form where there is no JavaScript. */
export function SchemeSwitch(props: { label: string; words: Record<Scheme, string> }) {
  const [chosen, setChosen] = useState<Scheme | null>(null);
  useEffect(() => setChosen(schemeFromCookie()), []);

  function choose(event: FormEvent<HTMLFormElement>) {
    const button = (event.nativeEvent as SubmitEvent).submitter;
    const scheme = button instanceof HTMLButtonElement ? button.value : null;
    if (!isScheme(scheme)) return;
    event.preventDefault();
    // biome-ignore lint/suspicious/noDocumentCookie: cookieStore is missing in Safari and Firefox before 140
    document.cookie = `${SCHEME_COOKIE}=${scheme}; path=/; max-age=31536000; samesite=lax`;
    const dark = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
    document.documentElement.setAttribute("data-mantine-color-scheme", scheme === "system" ? dark : scheme);
    setChosen(scheme);
  }

  return (
    <form action={setSchemeAction} onSubmit={choose}>
      <fieldset className={styles.schemes}>
        <legend>{props.label}</legend>
        {schemes.map((scheme) => (
          <button key={scheme} type="submit" name="scheme" value={scheme} aria-pressed={chosen === scheme}>
            {props.words[scheme]}
          </button>
        ))}
      </fieldset>
    </form>
  );
}

function schemeFromCookie(): Scheme {
  const value = new RegExp(`(?:^|; )${SCHEME_COOKIE}=(\\w+)`).exec(document.cookie)?.[1];
  return isScheme(value) ? value : "system";
}
