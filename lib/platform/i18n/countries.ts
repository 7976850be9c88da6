import type { Locale } from "./locales";

/** The countries that the zone meets, the nearest first; any other ISO code is named all the same. */
export const commonCountries = [
  "CN",
  "SG",
  "HK",
  "MO",
  "TW",
  "MY",
  "ID",
  "TH",
  "VN",
  "PH",
  "JP",
  "KR",
  "IN",
  "AU",
  "US",
  "CA",
  "GB",
  "DE",
  "FR",
  "NL",
  "CH",
  "IL",
  "AE",
] as const;

const tags: Record<Locale, string> = { en: "en", zh: "zh-Hans-CN" };

type Named = { names: Intl.DisplayNames; known: Map<string, string> };

/** One for each language: making one costs a hundred times what asking it does, and a list asks once a row. */
const byLocale = new Map<Locale, Named>();

function namedIn(locale: Locale): Named {
  const named = byLocale.get(locale) ?? {
    names: new Intl.DisplayNames([tags[locale]], { type: "region" }),
    known: new Map(),
  };
  byLocale.set(locale, named);
  return named;
}

/** A country's name in the reader's language, from its ISO 3166 code. */
export function countryName(locale: Locale, code: string | null): string | null {
  if (!code) return null;
  const { names, known } = namedIn(locale);
  // Asked fifty times a page, and there are fewer codes than that.
  const name = known.get(code) ?? names.of(code) ?? code;
  known.set(code, name);
  return name;
}
