import { MissingRates } from "@/components/rates/missing-rates";
import { KeyFigures } from "@/components/ui/key-figures";
import { NO_VALUE } from "@/lib/platform/i18n/formats";
import { getFormats, getTranslations } from "@/lib/platform/i18n/translator";
import type { MoneyTotals } from "@/lib/platform/money/convert";

/** What the list comes to, in each currency and in one; where a rate is missing, which, and no sum that lacks it. */
export async function InstrumentTotals({ totals, may }: { totals: MoneyTotals; may: boolean }) {
  const [t, formats] = await Promise.all([getTranslations("instruments"), getFormats()]);
  const { byCurrency, converted, to, missing } = totals;
  if (byCurrency.length === 0) return null;
  return (
    <>
      <KeyFigures
        label={t("totals")}
        figures={[
          {
            label: t("totalIn", { to }),
            value: converted === null ? NO_VALUE : formats.moneyShort(converted, to),
            basis: converted === null ? t("notAll") : t("atOwnRates"),
          },
          ...byCurrency.map(({ currency, amount, count }) => ({
            label: t("issuedIn", { currency }),
            value: formats.moneyShort(amount, currency),
            basis: t("instruments", { count }),
          })),
        ]}
      />
      <MissingRates missing={missing} may={may} />
    </>
  );
}
