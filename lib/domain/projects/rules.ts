import { fromHundredths, toHundredths } from "@/lib/platform/money/hundredths";

/** Amounts by their currency, exact; currencies are never added to each other. */
export function sumByCurrency(
  amounts: readonly { amount: string; currency: string }[],
): { currency: string; amount: string }[] {
  const sums = new Map<string, number>();
  for (const { amount, currency } of amounts) {
    sums.set(currency, (sums.get(currency) ?? 0) + toHundredths(amount));
  }
  return [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, sum]) => ({
      currency,
      amount: fromHundredths(sum),
    }));
}
