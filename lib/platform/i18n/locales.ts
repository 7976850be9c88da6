export const locales = ["en", "zh"] as const;
export type Locale = (typeof locales)[number];

export const LOCALE_COOKIE = "locale";
export const SCHEME_COOKIE = "scheme";
export const DENSITY_COOKIE = "density";
export const ZONE_TIME = "Asia/Shanghai";

/** Each language in its own name, so that a reader who is lost in the other one finds it. */
export const localeNames: Record<Locale, string> = { en: "English", zh: "简体中文" };
/** Each language under its own name, for a choice of one. */
export const localeOptions = locales.map((locale) => ({ value: locale, label: localeNames[locale] }));

export const htmlLang: Record<Locale, string> = { en: "en", zh: "zh-CN" };

export const schemes = ["system", "light", "dark"] as const;
export type Scheme = (typeof schemes)[number];

/** How close the rows of lists stand. */
export const densities = ["comfortable", "compact"] as const;
export type Density = (typeof densities)[number];

export function isDensity(value: unknown): value is Density {
  return densities.some((density) => density === value);
}

export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value);
}

export function isScheme(value: unknown): value is Scheme {
  return schemes.some((scheme) => scheme === value);
}

/** The first language in the browser's order of preference that we speak; English otherwise. */
export function negotiateLocale(acceptLanguage: string | null | undefined): Locale {
  const wanted = (acceptLanguage ?? "")
    .split(",")
    .map((part, index) => {
      const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
      const quality = parameters.map((p) => /^\s*q=([\d.]+)/.exec(p)?.[1]).find(Boolean);
      return { language: tag.split("-")[0], quality: quality ? Number(quality) : 1, index };
    })
    .filter((entry) => entry.quality > 0)
    .sort((a, b) => b.quality - a.quality || a.index - b.index);
  return wanted.map((entry) => entry.language).find(isLocale) ?? "en";
}
