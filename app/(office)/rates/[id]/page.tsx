import type { Metadata } from "next";
import { findRate } from "@/components/rates/find-rate";
import { RateHeader } from "@/components/rates/rate-header";
import { DescriptionList } from "@/components/ui/description-list";
import { pairOf, rateInWords } from "@/lib/domain/rates/labels";
import { getFormats, getTranslations } from "@/lib/platform/i18n/translator";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { rate } = await findRate((await props.params).id);
  return { title: `${pairOf(rate)} ${rate.on}` };
}

export default async function RatePage(props: Props) {
  const [{ id }, t, formats] = await Promise.all([props.params, getTranslations("rates"), getFormats()]);
  const { rate } = await findRate(id);
  return (
    <>
      <RateHeader rate={rate} side="" />
      <DescriptionList
        items={[
          { label: t("rate"), value: rateInWords(rate) },
          { label: t("on"), value: formats.date(rate.on) },
          { label: t("source"), value: rate.source },
        ]}
      />
    </>
  );
}
