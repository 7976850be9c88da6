"use client";

import { type FormEvent, useEffect, useState } from "react";
import { setDensityAction } from "@/lib/platform/i18n/actions";
import { DENSITY_COOKIE, type Density, densities, isDensity } from "@/lib/platform/i18n/locales";
import styles from "./top-bar.module.css";

/** How close the rows of lists stand: at once in the browser, by the form where there is no JavaScript. */
export function DensitySwitch(props: { label: string; words: Record<Density, string> }) {
  const [chosen, setChosen] = useState<Density | null>(null);
  useEffect(() => {
    setChosen(document.documentElement.dataset.density === "compact" ? "compact" : "comfortable");
  }, []);

  function choose(event: FormEvent<HTMLFormElement>) {
    const button = (event.nativeEvent as SubmitEvent).submitter;
    const density = button instanceof HTMLButtonElement ? button.value : null;
    if (!isDensity(density)) return;
    event.preventDefault();
    // biome-ignore lint/suspicious/noDocumentCookie: cookieStore is missing in Safari and Firefox before 140
    document.cookie = `${DENSITY_COOKIE}=${density}; path=/; max-age=31536000; samesite=lax`;
    document.documentElement.dataset.density = density;
    setChosen(density);
  }

  return (
    <form action={setDensityAction} onSubmit={choose}>
      <fieldset className={styles.schemes}>
        <legend>{props.label}</legend>
        {densities.map((density) => (
          <button
            key={density}
            type="submit"
            name="density"
            value={density}
            aria-pressed={chosen === density}
          >
            {props.words[density]}
          </button>
        ))}
      </fieldset>
    </form>
  );
}
