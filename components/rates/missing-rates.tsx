import { Banner } from "@/components/ui/banner";
import { getTranslations } from "@/lib/platform/i18n/translator";
import type { MissingRate } from "@/lib/platform/money/convert";
import { MissingRateLink } from "./missing-rate-link";

/** Which rates a total lacks, with the way to add each for whoever may; nothing where it lacks none. */
export async function MissingRates({ missing, may }: { missing: MissingRate[]; may: boolean }) {
  if (missing.length === 0) return null;
  const t = await getTranslations("rates");
  return (
    <Banner tone="bad" title={t("missingTitle")}>
      <ul>
        {missing.map((rate) => (
          <li key={`${rate.from}${rate.on}`}>
            <MissingRateLink missing={rate} may={may} />
          </li>
        ))}
      </ul>
    </Banner>
  );
}
