import "server-only";
import { createTranslator } from "use-intl/core";
import { loadMessages } from "./load-messages";
import { type Locale, ZONE_TIME } from "./locales";

/**
 * A translator for a language that is not the request's: mails, exports, import reports, the API. It knows nothing of
 * Next, so that commands and the sample zone can write mails, too.
 */
export async function translatorFor(locale: Locale) {
  return createTranslator({ locale, timeZone: ZONE_TIME, messages: await loadMessages(locale) });
}
