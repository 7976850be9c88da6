import "../i18n/zod-messages";
import { z } from "zod";
import type { CivilDate } from "@/lib/platform/dates/civil";
import { isNoSuchDay, parseCivilDate } from "@/lib/platform/dates/parse";

/** A day, written in any of the human forms; comes out as `YYYY-MM-DD`. */
export function civilDate() {
  return z
    .string()
    .min(1)
    .transform((text, context) => toDate(text, context));
}

/** A day that may be left open; empty comes out as null. */
export function optionalDate() {
  return z
    .string()
    .nullish()
    .transform((text, context) => (text?.trim() ? toDate(text, context) : null));
}

type Context = { issues: unknown[]; addIssue(issue: { code: "custom"; message: string }): void };

function toDate(text: string, context: Context): CivilDate {
  const date = parseCivilDate(text);
  const year = Number(date?.slice(0, 4));
  if (date && year >= 1900 && year <= 2100) return date;
  const wrong = isNoSuchDay(text) ? "errors.noSuchDay" : "errors.date";
  const message = !text.trim() ? "errors.required" : date ? "errors.dateRange" : wrong;
  context.addIssue({ code: "custom", message });
  return z.NEVER;
}
