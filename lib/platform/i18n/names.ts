import type { Locale } from "./locales";

type Named = { nameZh: string | null; nameEn: string | null };
type Titled = { titleZh: string | null; titleEn: string | null };

/** The name in the reader's language, else the other one. */
export function nameOf(locale: Locale, named: Named): string {
  return (locale === "zh" ? named.nameZh || named.nameEn : named.nameEn || named.nameZh) ?? "";
}

/** The name in the other language, where there is one. */
export function otherNameOf(locale: Locale, named: Named): string | null {
  const [mine, other] = locale === "zh" ? [named.nameZh, named.nameEn] : [named.nameEn, named.nameZh];
  return mine ? other : null;
}

export function titleOf(locale: Locale, titled: Titled): string {
  return nameOf(locale, { nameZh: titled.titleZh, nameEn: titled.titleEn });
}
