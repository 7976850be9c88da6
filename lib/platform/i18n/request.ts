import { getRequestConfig } from "next-intl/server";
import { loadMessages } from "./load-messages";
import { isLocale, ZONE_TIME } from "./locales";
import { currentLocale } from "./request-locale";

/** For what the browser formats itself; what the server says comes from translator.ts. */
export default getRequestConfig(async ({ locale: asked }) => {
  const locale = isLocale(asked) ? asked : await currentLocale();
  return { locale, timeZone: ZONE_TIME, messages: await loadMessages(locale) };
});
