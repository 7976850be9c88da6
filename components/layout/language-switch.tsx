import { setLocaleAction } from "@/lib/platform/i18n/actions";
import { htmlLang, type Locale, localeNames, locales } from "@/lib/platform/i18n/locales";
import styles from "./top-bar.module.css";

/** A button with the other language's own name; the page stays where it is. */
export function LanguageSwitch(props: { locale: Locale }) {
  return (
    <form action={setLocaleAction}>
      {locales
        .filter((locale) => locale !== props.locale)
        .map((locale) => (
          <button
            key={locale}
            type="submit"
            name="locale"
            value={locale}
            lang={htmlLang[locale]}
            className={styles.quiet}
          >
            {localeNames[locale]}
          </button>
        ))}
    </form>
  );
}
