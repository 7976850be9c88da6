import "server-only";
import { cookies, headers } from "next/headers";
import { cache } from "react";
import { isLocale, LOCALE_COOKIE, type Locale, negotiateLocale } from "./locales";

/** The language of whoever asks: the one chosen, or else the one that the browser prefers. Found once a request. */
export const currentLocale = cache((): Promise<Locale> => {
  const found = findLocale();
  // As React marks what it has waited for: a part that asks once it is known is drawn at once (`useWords`).
  found.then((value) => Object.assign(found, { status: "fulfilled", value })).catch(() => {});
  return found;
});

async function findLocale(): Promise<Locale> {
  const chosen = (await cookies()).get(LOCALE_COOKIE)?.value;
  return isLocale(chosen) ? chosen : negotiateLocale((await headers()).get("accept-language"));
}
