import type { ReactNode } from "react";
import { LanguageSwitch } from "@/components/layout/language-switch";
import { currentLocale, getTranslations } from "@/lib/platform/i18n/translator";
import styles from "./public.module.css";

/** The front door: one narrow column, the product's name, the language. */
export default async function PublicLayout({ children }: { children: ReactNode }) {
  const [t, locale] = await Promise.all([getTranslations("common"), currentLocale()]);
  return (
    <div className={styles.door}>
      <header className={styles.head}>
        <p className={styles.name}>{t("product")}</p>
        <LanguageSwitch locale={locale} />
      </header>
      <main className={styles.main}>
        <p className={styles.tagline}>{t("tagline")}</p>
        {children}
      </main>
    </div>
  );
}
