import "server-only";
import { getLocale } from "next-intl/server";
import { createTranslator } from "use-intl/core";
import { formatsFor } from "./formats";
import { loadMessages } from "./load-messages";
import { isLocale, type Locale, ZONE_TIME } from "./locales";

/** A translator for a language that is not the request's: mails, exports, import reports, the API. */
export async function translatorFor(locale: Locale) {
  return createTranslator({ locale, timeZone: ZONE_TIME, messages: await loadMessages(locale) });
}

export async function currentLocale(): Promise<Locale> {
  const locale = await getLocale();
  return isLocale(locale) ? locale : "en";
}

export async function getFormats() {
  return formatsFor(await currentLocale());
}
