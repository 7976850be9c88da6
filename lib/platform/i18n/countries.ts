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

/** One for each language: making one costs a hundred times what asking it does, and a list asks once a row. */
const names = new Map<Locale, Intl.DisplayNames>();

function namesIn(locale: Locale): Intl.DisplayNames {
  const known = names.get(locale) ?? new Intl.DisplayNames([tags[locale]], { type: "region" });
  names.set(locale, known);
  return known;
}

/** A country's name in the reader's language, from its ISO 3166 code. */
export function countryName(locale: Locale, code: string | null): string | null {
  if (!code) return null;
  return namesIn(locale).of(code) ?? code;
}
