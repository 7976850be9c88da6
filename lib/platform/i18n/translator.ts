import "server-only";
import { getLocale } from "next-intl/server";
import { formatsFor } from "./formats";
import { isLocale, type Locale } from "./locales";

export async function currentLocale(): Promise<Locale> {
  const locale = await getLocale();
  return isLocale(locale) ? locale : "en";
}

export async function getFormats() {
  return formatsFor(await currentLocale());
}
