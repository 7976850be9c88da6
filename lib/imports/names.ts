import { toNameKey } from "../domain/enterprises/rules";

/** Two spellings of one full name: one width and case, whatever the spaces and points; brackets keep their words. */
export function toLooseName(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s.,·・'"“”’&、，。\-_/()[\]【】]/g, "");
}

/** How places are compared: 园区 A and 园区Ａ are one. */
export function toPlaceKey(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/g, "");
}

export const hasHan = (text: string): boolean => /\p{Script=Han}/u.test(text);

/** A name in the field of its language. */
export function toNames(text: string): { nameZh: string | null; nameEn: string | null } {
  return hasHan(text) ? { nameZh: text, nameEn: null } : { nameZh: null, nameEn: text };
}

export type NameKeys = (name: string | null) => string;

/** Keys by which firms are matched; the converter of characters is the caller's, since it is large. */
export function nameKeysWith(toSimplified: (text: string) => string): NameKeys {
  const known = new Map<string, string>();
  return (name) => {
    if (!name) return "";
    let key = known.get(name);
    if (key === undefined) {
      key = toNameKey(name, toSimplified).slice(0, 200);
      known.set(name, key);
    }
    return key;
  };
}
