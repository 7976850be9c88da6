import { AppLink } from "@/components/ui/app-link";
import { getTranslations } from "@/lib/platform/i18n/translator";
import type { MissingRate } from "@/lib/platform/money/convert";

/** Which rate is missing, and the way to enter it. */
export async function MissingRateLink({ missing, may = true }: { missing: MissingRate; may?: boolean }) {
  const t = await getTranslations();
  const { from, to, on } = missing;
  // The dollar is quoted in the other currency, as banks do.
  const [base, quote] = from === "CNY" ? [to, from] : [from, to];
  const words = t("rates.errors.missing", { from, to, on });
  if (!may) return <span>{words}</span>;
  return (
    <span>
      {words}{" "}
      <AppLink href={`/rates/new?base=${base}&quote=${quote}&on=${on}`}>
        {t("rates.add", { from, to, on })}
      </AppLink>
    </span>
  );
}
