import { type Field, findField } from "@/lib/imports/fields";
import type { ImportKind } from "@/lib/imports/types";

/** What a column of an import is called: by its Chinese header, or by the English one as people would write it. */
export function nameOfField(kind: ImportKind, field: string, locale: "en" | "zh", own: Field[] = []): string {
  const known = findField(kind, field, own);
  if (!known) return field;
  if (locale === "zh") return known.zh;
  if (known.en) return known.en;
  const words = known.name
    .replace(/_zh$/, ", Chinese")
    .replace(/_en$/, ", English")
    .replaceAll("_", " ")
    .replace(/\b(uscc|uen)\b/, (code) => code.toUpperCase());
  return words.charAt(0).toUpperCase() + words.slice(1);
}
