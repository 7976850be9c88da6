import type { z } from "zod";
import type { CustomEntry } from "@/lib/domain/custom-fields/dto";
import { customValues } from "@/lib/domain/custom-fields/schema";

/** What the fields of a form start with, by their ids. */
export function customDefaults(entries: CustomEntry[]): Record<string, string> {
  return Object.fromEntries(
    entries.flatMap(({ field, value }) => (field.retiredAt === null ? [[field.id, value ?? ""]] : [])),
  );
}

/** A record's schema with the office's own fields judged by their rules, so that each error lands on its field. */
export function withCustom<Schema extends z.ZodObject>(schema: Schema, entries: CustomEntry[]): Schema {
  const live = entries.filter(({ field }) => field.retiredAt === null);
  const custom = customValues(
    live.map(({ field }) => field),
    Object.fromEntries(live.flatMap(({ field, value }) => (value === null ? [] : [[field.id, value]]))),
  );
  // What goes in and comes out of `custom` stays what the schema says of it.
  return schema.safeExtend({ custom }) as unknown as Schema;
}
