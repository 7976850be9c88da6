import { z } from "zod";
import { optionalText, tagList } from "./text";

/** More rows than this are several changes: one change set stays a thing that can be looked at and undone. */
export const MAX_SELECTED = 30_000;

/** Rows picked one by one, or all that a list's filters match. */
export const selection = {
  ids: z.array(z.uuid()).max(MAX_SELECTED, "ui.bulk.tooMany").default([]),
  /** The list's own parameters, its day among them; null where rows were picked. */
  filters: z.record(z.string(), z.string()).nullish(),
};

/** What may be set on many rows: empty leaves it as it is. */
export function keepOr<const Values extends readonly [string, ...string[]]>(values: Values) {
  return z
    .union([z.enum(values), z.literal("")])
    .nullish()
    .transform((value) => value || null);
}

/** Somebody's id, `NOBODY`, or empty for leaving it as it is. */
export const ownerOrKeep = z
  .union([z.uuid(), z.literal("NOBODY"), z.literal("")])
  .nullish()
  .transform((value) => value || null);

export const tagChanges = { addTags: tagList(), removeTags: tagList() };

/** With the digest of what was seen (see `previewMany`) and why, for the history. */
export const seen = { digest: z.string().max(64).default(""), reason: optionalText(500) };
