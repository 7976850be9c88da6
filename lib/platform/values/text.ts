import "../i18n/zod-messages";
import { z } from "zod";

/** A line or paragraph that must be there; spaces around it go. */
export function text(max: number) {
  return z.string().trim().min(1).max(max);
}

/** Empty comes out as null. */
export function optionalText(max: number) {
  return z
    .string()
    .trim()
    .max(max)
    .nullish()
    .transform((value) => value || null);
}

/** Codes and numbers of papers: full-width characters become plain ones, so that ＡＢ１２ is AB12. */
export function codeText(max: number) {
  return z
    .string()
    .transform((value) => value.normalize("NFKC").trim())
    .pipe(z.string().min(1).max(max));
}

export function optionalCode(max: number) {
  return z
    .string()
    .nullish()
    .transform((value) => value?.normalize("NFKC").trim() || null)
    .pipe(z.string().max(max).nullable());
}

/** At most this many, so that tags stay words and do not become a second description. */
export const MAX_TAGS = 20;

/** Words of the office's own: a form sends them in one line with commas between, an API as a list. Each once. */
export function tagList() {
  return z
    .union([z.array(z.string()), z.string()])
    .nullish()
    .transform((tags) => (Array.isArray(tags) ? tags : (tags ?? "").split(/[,，、;；\n]/)))
    .transform((tags) => toTags(tags))
    .pipe(z.array(z.string().max(40, "errors.tagLong")).max(MAX_TAGS, "errors.tagsMany"));
}

/** Each once, whatever its case and width; the spelling that came first stays. */
export function toTags(tags: readonly string[]): string[] {
  const kept = new Map<string, string>();
  for (const tag of tags) {
    const clean = tag.normalize("NFKC").replace(/\s+/g, " ").trim();
    if (clean && !kept.has(clean.toLowerCase())) kept.set(clean.toLowerCase(), clean);
  }
  return [...kept.values()].sort();
}

/** A tick: a form sends true or false, an import or an API the word. */
export function tick() {
  return z
    .union([z.boolean(), z.enum(["true", "false", "on", ""])])
    .nullish()
    .transform((value) => value === true || value === "true" || value === "on");
}
