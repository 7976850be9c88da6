import "server-only";
import { type InstrumentDto, toAmount } from "@/lib/domain/instruments/dto";
import { listInstrumentAmounts } from "@/lib/domain/instruments/queries";
import { type InstrumentListParams, instrumentListSchema } from "@/lib/domain/instruments/schema";
import { getMoneyTotals, listRatesOn } from "@/lib/domain/rates/queries";
import type { Viewer } from "@/lib/platform/auth/viewer";
import type { CivilDate } from "@/lib/platform/dates/civil";
import { convert, isMissing, type MissingRate, type MoneyTotals } from "@/lib/platform/money/convert";
import { toDecimal } from "@/lib/platform/money/fraction";

/** What all that match and had been priced by a day come to, per currency and in one. Two queries. */
export async function getInstrumentTotals(
  viewer: Viewer,
  params: InstrumentListParams,
  asOf: CivilDate,
): Promise<MoneyTotals> {
  const to = params.in ?? "USD";
  const amounts = (await listInstrumentAmounts(viewer, params, asOf)).map(toAmount);
  return getMoneyTotals(viewer, amounts, to);
}

/** Everything that was issued by a day, in one currency. */
export function getIssuance(viewer: Viewer, asOf: CivilDate, to: "USD" | "CNY"): Promise<MoneyTotals> {
  return getInstrumentTotals(viewer, instrumentListSchema.parse({ in: to }), asOf);
}

/** An instrument's amount in the reader's currency, with what it was converted by; or which rate is missing. */
export type Converted = {
  to: string;
  amount: string | null;
  by: "SAME" | "OWN" | "TABLE" | null;
  missing: MissingRate | null;
};

/** Instruments with their converted amounts: one more query, however many rows. */
export async function withConverted<Row extends InstrumentDto>(
  viewer: Viewer,
  rows: Row[],
  to: string,
): Promise<(Row & { converted: Converted })[]> {
  const days = rows.filter(({ amount }) => amount.currency !== to).map(({ pricedOn }) => pricedOn);
  const rates = await listRatesOn(viewer, to, days);
  return rows.map((row) => {
    const result = convert(toAmount(row), to, rates);
    const converted = isMissing(result)
      ? { to, amount: null, by: null, missing: result }
      : { to, amount: toDecimal(result.value, 2), by: result.by, missing: null };
    return { ...row, converted };
  });
}
