import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Tabs } from "@/components/ui/tabs";
import { instrumentKindLabel } from "@/lib/domain/instruments/labels";
import type { getInstrument } from "@/lib/domain/instruments/queries";
import { nameOf } from "@/lib/platform/i18n/names";
import { currentLocale, getTranslations } from "@/lib/platform/i18n/translator";

type Instrument = NonNullable<Awaited<ReturnType<typeof getInstrument>>>;

/** The head of every page of one instrument. */
export async function InstrumentHeader({ instrument, side }: { instrument: Instrument; side: string }) {
  const [t, locale] = await Promise.all([getTranslations(), currentLocale()]);
  const base = `/instruments/${instrument.id}`;
  const { can } = instrument;
  const name = nameOf(locale, instrument);
  return (
    <>
      <PageHeader
        title={name}
        trail={[{ href: "/instruments", label: t("instruments.title") }]}
        beside={<span>{`${instrument.code} · ${t(instrumentKindLabel(instrument.kind))}`}</span>}
        action={
          can.update ? (
            <ButtonLink look="primary" href={`${base}/edit`}>
              {t("instruments.edit")}
            </ButtonLink>
          ) : undefined
        }
      />
      <Tabs
        label={name}
        current={base + side}
        tabs={[
          { href: base, label: t("common.overview") },
          { href: `${base}/history`, label: t("common.history") },
        ]}
      />
    </>
  );
}
