import "server-only";
import type { Locale } from "../i18n/locales";
import { translatorFor } from "../i18n/words-for";

/** A translator for keys that are put together at run time, with texts or numbers to put in. */
export interface AnyWords {
  (key: string, values?: Record<string, string | number>): string;
  has(key: string): boolean;
}

/** The same translator under a wider type: its own knows no keys but those that it can see while compiling. */
export async function wordsFor(locale: Locale): Promise<AnyWords> {
  return (await translatorFor(locale)) as unknown as AnyWords;
}
