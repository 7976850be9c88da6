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

/** A tick: a form sends true or false, an import or an API the word. */
export function tick() {
  return z
    .union([z.boolean(), z.enum(["true", "false", "on", ""])])
    .nullish()
    .transform((value) => value === true || value === "true" || value === "on");
}
