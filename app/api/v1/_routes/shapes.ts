import { z } from "zod";
import { isCivilDate, toCivil } from "@/lib/platform/dates/civil";
import { todayInZone } from "@/lib/platform/dates/today";

/** What the API's answers and parameters are made of. */

export const areaShape = z
  .string()
  .regex(/^-?\d+\.\d{2}$/)
  .describe("m²");
export const amountShape = z.string().regex(/^\d+\.\d{2}$/);
export const rateShape = z.number().nullable();
export const dateShape = z.iso.date();
export const uuidShape = z.uuid();
/** What amounts come to, each at the rate of its own day; while a rate is missing there is no converted total. */
export const moneyTotalsShape = z.object({
  byCurrency: z.array(z.object({ currency: z.string(), amount: amountShape, count: z.int() })),
  to: z.string(),
  converted: amountShape.nullable(),
  missing: z.array(z.object({ from: z.string(), to: z.string(), on: dateShape })),
});

const civilDate = z.iso.date().refine((text) => isCivilDate(text), "errors.date");

/** A day in the zone; today when it is not given. */
export const asOfQuery = { asOf: civilDate.optional() };
/** A report as it was known at an instant. */
export const knownAtQuery = {
  knownAt: z.iso.datetime({ offset: true, error: "api.errors.instant" }).optional(),
};
export const periodQuery = { from: civilDate, to: civilDate };

/** @throws never: the text has been parsed */
export const dayOf = (text: string | undefined) => (text ? toCivil(text) : todayInZone());
export const instantOf = (text: string | undefined) => (text ? new Date(text) : null);

export const namesShape = {
  name: z.string(),
  nameZh: z.string().nullable(),
  nameEn: z.string().nullable(),
};

/**
 * The office's own fields by their keys: a number as a decimal, a day, an option by its key; null where nothing is
 * said. Which there are is each installation's own, and who sees them each reader's: so the document, which needs no
 * token and is the same for all, names none.
 */
export const customShape = z
  .record(z.string(), z.string().nullable())
  .describe("Custom fields by key, those that the token may read");

type Names = { nameZh: string | null; nameEn: string | null };

/** The name that a reader without a language sees, beside both. */
export function toNames({ nameZh, nameEn }: Names) {
  return { name: nameEn ?? nameZh ?? "", nameZh, nameEn };
}

export const placeShape = z.object({ code: z.string(), ...namesShape });

export function toPlaceNames(place: Names & { code: string }) {
  return { code: place.code, ...toNames(place) };
}

export const firmShape = z.object({ id: uuidShape, ...namesShape });

/** A list's answer. */
export function listShape<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}
