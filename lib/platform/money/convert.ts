import type { CivilDate } from "../dates/civil";
import { AppError, messageOf } from "../errors/app-error";
import { add, type Fraction, NOTHING, over, times, toDecimal, toFraction } from "./fraction";

/** One `base` is worth `rate` `quote`. */
export type PairRate = { base: string; quote: string; rate: string };
/** The rates of some days; of one day and pair there is one. */
export type DayRate = PairRate & { on: CivilDate };

/** An amount of money on its own day, perhaps with the rate that was agreed for it. */
export type Amount = { amount: string; currency: string; on: CivilDate; rate?: PairRate | null };

/** The rate that is not there: which pair, and of which day. */
export type MissingRate = { from: string; to: string; on: CivilDate };

/** By what an amount was converted: nothing was to do, its own rate, or the table's. */
export type Conversion = { value: Fraction; by: "SAME" | "OWN" | "TABLE"; rate: PairRate | null };

/**
 * An amount in another currency, exactly: by its own rate where that is of the pair, in either direction; else by the
 * table's rate of exactly its day. A rate that is missing is told as such, never taken to be 1. (DOMAIN 2, Money.)
 */
export function convert(money: Amount, to: string, rates: readonly DayRate[]): Conversion | MissingRate {
  const from = money.currency;
  const amount = toFraction(money.amount);
  if (from === to) return { value: amount, by: "SAME", rate: null };
  if (money.rate && isOf(money.rate, from, to)) {
    return { value: apply(amount, from, money.rate), by: "OWN", rate: money.rate };
  }
  // The pair as it is asked for is taken before its inverse.
  const ofDay = rates.filter(({ on }) => on === money.on);
  const found =
    ofDay.find(({ base, quote }) => base === from && quote === to) ??
    ofDay.find(({ base, quote }) => base === to && quote === from);
  if (!found) return { from, to, on: money.on };
  return { value: apply(amount, from, found), by: "TABLE", rate: found };
}

export function isMissing(result: Conversion | MissingRate): result is MissingRate {
  return "from" in result;
}

/**
 * As `convert`, as a decimal text of two places.
 * @throws AppError CONFLICT that names the pair and the day of a rate that is missing
 */
export function convertOrThrow(money: Amount, to: string, rates: readonly DayRate[]): string {
  const result = convert(money, to, rates);
  if (isMissing(result)) throw missingRate(result);
  return toDecimal(result.value, 2);
}

export function missingRate({ from, to, on }: MissingRate): AppError {
  return new AppError("CONFLICT", messageOf("rates.errors.missing", { from, to, on }));
}

export type MoneyTotals = {
  /** Σ of each currency by itself, in the order of the alphabet. */
  byCurrency: { currency: string; amount: string; count: number }[];
  to: string;
  /** Σ of all in `to`, each at its own rate; null while a rate is missing. */
  converted: string | null;
  /** Each pair and day once. */
  missing: MissingRate[];
};

/** What amounts come to, per currency and converted; added up exactly, and rounded once, at the end. */
export function totalOf(amounts: readonly Amount[], to: string, rates: readonly DayRate[]): MoneyTotals {
  const sums = new Map<string, { sum: Fraction; count: number }>();
  const missing = new Map<string, MissingRate>();
  let all = NOTHING;
  for (const money of amounts) {
    const { sum, count } = sums.get(money.currency) ?? { sum: NOTHING, count: 0 };
    sums.set(money.currency, { sum: add(sum, toFraction(money.amount)), count: count + 1 });
    const result = convert(money, to, rates);
    if (isMissing(result)) missing.set(`${result.from} ${result.on}`, result);
    else all = add(all, result.value);
  }
  return {
    byCurrency: [...sums]
      .map(([currency, { sum, count }]) => ({ currency, amount: toDecimal(sum, 2), count }))
      .sort((a, b) => (a.currency < b.currency ? -1 : 1)),
    to,
    converted: missing.size > 0 ? null : toDecimal(all, 2),
    missing: [...missing.values()].sort((a, b) => (`${a.on}${a.from}` < `${b.on}${b.from}` ? -1 : 1)),
  };
}

function isOf({ base, quote }: PairRate, from: string, to: string): boolean {
  return (base === from && quote === to) || (base === to && quote === from);
}

function apply(amount: Fraction, from: string, { base, rate }: PairRate): Fraction {
  return base === from ? times(amount, toFraction(rate)) : over(amount, toFraction(rate));
}
