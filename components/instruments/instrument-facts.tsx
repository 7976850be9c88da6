import { MissingRateLink } from "@/components/rates/missing-rate-link";
import { AppLink } from "@/components/ui/app-link";
import { DescriptionList } from "@/components/ui/description-list";
import { KeyFigures } from "@/components/ui/key-figures";
import { type InstrumentDto, issuerOf } from "@/lib/domain/instruments/dto";
import { rateInWords } from "@/lib/domain/rates/labels";
import { NO_VALUE } from "@/lib/platform/i18n/formats";
import { nameOf, titleOf } from "@/lib/platform/i18n/names";
import { currentLocale, getFormats, getTranslations } from "@/lib/platform/i18n/translator";
import type { Converted } from "@/lib/reports/instruments/facts";

/** Its amount with what it comes to in other currencies and by which rate, and what it is. */
export async function InstrumentFacts(props: { instrument: InstrumentDto; converted: Converted[] }) {
  const { instrument, converted } = props;
  const [t, locale, formats] = await Promise.all([
    getTranslations("instruments"),
    currentLocale(),
    getFormats(),
  ]);
  const { amount, agreement, rateUsed, rateBase, rateQuote } = instrument;
  const issuer = issuerOf(instrument);
  const name = nameOf(locale, issuer);
  const own = rateUsed && rateBase && rateQuote;
  return (
    <>
      <KeyFigures
        label={t("amount")}
        figures={[
          {
            label: t("amount"),
            value: formats.moneyShort(amount.amount, amount.currency),
            basis: formats.money(amount.amount, amount.currency),
          },
          ...converted.map(({ to, amount: value, by, missing }) => ({
            label: t("convertedTo", { to }),
            value: value === null ? NO_VALUE : formats.moneyShort(value, to),
            basis: missing ? <MissingRateLink missing={missing} /> : t(`by.${by ?? "TABLE"}`),
          })),
        ]}
      />
      <DescriptionList
        items={[
          {
            label: t("issuer"),
            value: issuer.id ? <AppLink href={`/enterprises/${issuer.id}`}>{name}</AppLink> : name,
          },
          { label: t("pricedOn"), value: formats.date(instrument.pricedOn) },
          { label: t("maturesOn"), value: instrument.maturesOn ? formats.date(instrument.maturesOn) : null },
          {
            label: t("rate"),
            value: own ? rateInWords({ base: rateBase, quote: rateQuote, rate: rateUsed }) : t("rateOfTable"),
          },
          { label: t("rateSource"), value: instrument.rateSource },
          { label: t("use"), value: nameOf(locale, { nameZh: instrument.useZh, nameEn: instrument.useEn }) },
          {
            label: t("agreement"),
            value: agreement ? (
              <AppLink href={`/agreements/${agreement.id}`}>{titleOf(locale, agreement)}</AppLink>
            ) : null,
          },
        ]}
      />
    </>
  );
}
