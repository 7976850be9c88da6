/** A translator without a namespace: `useTranslations()` or `await getTranslations()`. */
export type RootTranslator = {
  (key: string, values?: Record<string, string>): string;
  has(key: string): boolean;
};

/** `errors.tooLong?max=200` → the sentence. An unknown key still says something a person can act on. */
export function translateMessage(t: RootTranslator, message: string): string {
  const { key, values } = parseMessage(message);
  if (t.has(key)) return t(key, values);
  return t.has("errors.unexpected") ? t("errors.unexpected") : key;
}

export function parseMessage(message: string): { key: string; values: Record<string, string> } {
  const [key = "", query = ""] = splitOnce(message, "?");
  const values = [...new URLSearchParams(query)].map(([name, value]) => [name, grouped(name, value)]);
  return { key, values: Object.fromEntries(values) };
}

/** A sentence whose places are plain `{name}`s, without the formatter that plurals and numbers need. */
export function fillIn(sentence: string, values: Record<string, string>): string {
  return sentence.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
}

/** A limit of many digits is read by its groups: 1,000,000,000,000,000. Nothing else is known to be a figure. */
function grouped(name: string, value: string): string {
  return /^(min|max)$/.test(name) && /^-?\d{5,}$/.test(value)
    ? value.replace(/\B(?=(\d{3})+$)/g, ",")
    : value;
}

/** Builds what `translateMessage` reads. */
export function messageWith(key: string, values: Record<string, string | number>): string {
  const query = new URLSearchParams(Object.entries(values).map(([name, value]) => [name, String(value)]));
  return `${key}?${query}`;
}

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + separator.length)];
}
