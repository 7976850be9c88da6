import { z } from "zod";
import { filterDate, listParams, oneOf } from "@/lib/platform/paging/list-params";
import { currencies } from "@/lib/platform/values/currencies";
import { civilDate } from "@/lib/platform/values/dates";
import { decimalString } from "@/lib/platform/values/numbers";
import { optionalText, text } from "@/lib/platform/values/text";
import { keyOfRate, splitRateLines } from "./rules";

/** What amounts in several currencies are added up in. */
export const totalCurrencies = ["USD", "CNY"] as const;

const fields = {
  base: z.enum(currencies),
  quote: z.enum(currencies),
  on: civilDate(),
  /** What one `base` is worth in `quote`. */
  rate: decimalString({ dp: 8, min: 0.00000001, max: 1e9 }),
  /** Who says so. */
  source: text(300),
};

type Pair = { base: string; quote: string };
const two = ({ base, quote }: Pair) => base !== quote;
const twoNeeded = { path: ["quote"], message: "rates.errors.sameCurrency" };

const versioned = { id: z.uuid(), version: z.coerce.number().int() };

export const createRateSchema = z.object(fields).refine(two, twoNeeded);
export const updateRateSchema = z.object({ ...versioned, ...fields }).refine(two, twoNeeded);
export const deleteRateSchema = z.object({ ...versioned, reason: optionalText(500) });

/** More lines than this are a file; years of days of one pair fit in. */
export const MOST_LINES = 2000;

/** Rates pasted from a table, a line each: base, quote, day, rate. */
export const pasteRatesSchema = z
  .object({ source: text(300), lines: text(200_000) })
  .transform(({ source, lines }, context) => {
    const cells = splitRateLines(lines);
    const add = (message: string) => context.addIssue({ code: "custom", path: ["lines"], message });
    if (cells.length > MOST_LINES) add(`errors.tooMany?max=${MOST_LINES}`);
    const seen = new Map<string, number>();
    const rows = cells.slice(0, MOST_LINES).flatMap(({ line, cells: [base, quote, on, rate] }) => {
      const parsed = createRateSchema.safeParse({
        base: base?.toUpperCase(),
        quote: quote?.toUpperCase(),
        on,
        rate,
        source,
      });
      if (parsed.success) {
        const key = keyOfRate(parsed.data);
        const first = seen.get(key);
        if (first !== undefined) add(`rates.errors.lineTwice?line=${line}&first=${first}`);
        seen.set(key, first ?? line);
        return [parsed.data];
      }
      add(`rates.errors.line?line=${line}`);
      return [];
    });
    return { rows };
  });

export const rateListSchema = listParams({
  sort: ["on", "base", "quote", "rate"],
  defaultSort: "-on",
  filters: { currency: oneOf(currencies), from: filterDate(), to: filterDate() },
});

export type CreateRateInput = z.output<typeof createRateSchema>;
export type UpdateRateInput = z.output<typeof updateRateSchema>;
export type DeleteRateInput = z.output<typeof deleteRateSchema>;
export type PasteRatesInput = z.output<typeof pasteRatesSchema>;
export type RateListParams = z.output<typeof rateListSchema>;
