import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { _createCache } from "use-intl/core";
import { loadMessages } from "./load-messages";
import { isLocale, LOCALE_COOKIE, negotiateLocale, ZONE_TIME } from "./locales";

/**
 * Sentences with places to fill, made ready once a process: left to itself the library does so at each request, for
 * as much as the rest of a page's words cost. Their number is that of our messages.
 */
const ready = { _cache: _createCache() };

export default getRequestConfig(async ({ locale: asked }) => {
  const locale = isLocale(asked) ? asked : await requestLocale();
  return { locale, timeZone: ZONE_TIME, messages: await loadMessages(locale), ...ready };
});

async function requestLocale() {
  const chosen = (await cookies()).get(LOCALE_COOKIE)?.value;
  return isLocale(chosen) ? chosen : negotiateLocale((await headers()).get("accept-language"));
}
