import "server-only";
import { formatsFor } from "./formats";
import { currentLocale } from "./request-locale";
import { type Translator, translatorFor } from "./words-for";

export { currentLocale };

export async function getFormats() {
  return formatsFor(await currentLocale());
}

/** The words of whoever asks: of a namespace, or of all of them where none is given. */
export async function getTranslations(namespace?: string): Promise<Translator> {
  return translatorFor(await currentLocale(), namespace);
}
