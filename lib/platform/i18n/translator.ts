import "server-only";
import { use } from "react";
import { formatsFor } from "./formats";
import { currentLocale } from "./request-locale";
import { type Translator, translatorFor, translatorNow } from "./words-for";

export { currentLocale };

export async function getFormats() {
  return formatsFor(await currentLocale());
}

/** The words of whoever asks: of a namespace, or of all of them where none is given. */
export async function getTranslations(namespace?: string): Promise<Translator> {
  return translatorFor(await currentLocale(), namespace);
}

/**
 * The same for a part of a page that asks for nothing else: drawn at once, it is sent with what stands around it. A part
 * that waits is a row of its own in what the server streams, and is taken up on its own, there and in the browser.
 */
export function useWords(namespace?: string): Translator {
  const locale = use(currentLocale());
  return translatorNow(locale, namespace) ?? use(translatorFor(locale, namespace));
}
