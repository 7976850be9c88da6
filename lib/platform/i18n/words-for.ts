import "server-only";
import type { AbstractIntlMessages } from "next-intl";
import { _createCache, createTranslator } from "use-intl/core";
import { loadedMessages, loadMessages } from "./load-messages";
import { type Locale, ZONE_TIME } from "./locales";

/** What says a message of a namespace, or of all of them where none is given, in one language. */
export type Translator = ReturnType<typeof createTranslator>;

/** The translators by namespace, as long as the messages of their language are the same object. */
const made = new WeakMap<object, Map<string, Translator>>();
/** Sentences with places to fill, made ready once a process. Their number is that of our messages. */
const ready = { _cache: _createCache() };

/**
 * The words of a language: the reader's, or another's for mails, exports, import reports, the API. It knows nothing of
 * Next, so that commands and the sample zone can write mails, too. Made once a process: next-intl makes its translators
 * anew at each request and walks through the catalogue at each word, which was a twentieth of a list page.
 */
export async function translatorFor(locale: Locale, namespace = ""): Promise<Translator> {
  return translatorOf(locale, await loadMessages(locale), namespace);
}

/** The same at once; null until the language has been read. */
export function translatorNow(locale: Locale, namespace = ""): Translator | null {
  const messages = loadedMessages(locale);
  return messages && translatorOf(locale, messages, namespace);
}

function translatorOf(locale: Locale, messages: AbstractIntlMessages, namespace: string): Translator {
  const known = made.get(messages) ?? new Map<string, Translator>();
  made.set(messages, known);
  const translator = known.get(namespace) ?? remembering(create());
  known.set(namespace, translator);
  return translator;

  function create() {
    const within = namespace || undefined;
    return createTranslator({ locale, timeZone: ZONE_TIME, messages, namespace: within, ...ready });
  }
}

/** How many filled sentences a namespace keeps: those of every page are few, those with a firm's name are not. */
const KEPT = 500;

/** A message without places to fill is always the same text, and so is one with the same words and numbers in them. */
function remembering(translator: Translator): Translator {
  const said = new Map<string, string>();
  const say = (key: string, ...rest: unknown[]) => {
    const name = rest.length === 0 ? key : nameOf(key, rest);
    if (name === null) return Reflect.apply(translator, undefined, [key, ...rest]);
    const known = said.get(name);
    if (known !== undefined) return known;
    const text = Reflect.apply(translator, undefined, [key, ...rest]);
    // A key that does not exist may be any text.
    if (!translator.has(key)) return text;
    if (said.size >= KEPT) said.clear();
    said.set(name, text);
    return text;
  };
  const { rich, markup, raw, has } = translator;
  return Object.assign(say, { rich, markup, raw, has }) as Translator;
}

/** What a sentence is called by what fills it; null where that is more than words and numbers. */
function nameOf(key: string, [values, ...formats]: unknown[]): string | null {
  if (formats.length > 0 || typeof values !== "object" || values === null) return null;
  let name = key;
  for (const [place, value] of Object.entries(values)) {
    if (typeof value !== "string" && typeof value !== "number") return null;
    name += `\0${place}\0${typeof value}\0${value}`;
  }
  return name;
}
