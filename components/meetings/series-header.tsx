import { AppLink } from "@/components/ui/app-link";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Tabs } from "@/components/ui/tabs";
import type { getSeries } from "@/lib/domain/meetings/queries";
import { nameOf } from "@/lib/platform/i18n/names";
import { currentLocale, getTranslations } from "@/lib/platform/i18n/translator";

type Series = NonNullable<Awaited<ReturnType<typeof getSeries>>>;

/** The head of every page of one series. */
export async function SeriesHeader({ series, side }: { series: Series; side: string }) {
  const [t, locale] = await Promise.all([getTranslations(), currentLocale()]);
  const base = `/meetings/series/${series.id}`;
  const open = series.can.update && !series.endedOn;
  return (
    <>
      <PageHeader
        title={nameOf(locale, series)}
        trail={[
          { href: "/meetings", label: t("meetings.title") },
          { href: "/meetings/series", label: t("meetings.seriesTitle") },
        ]}
        action={
          open ? (
            <ButtonLink look="primary" href={`/meetings/new?series=${series.id}`}>
              {t("meetings.new")}
            </ButtonLink>
          ) : undefined
        }
        more={
          series.can.update ? <AppLink href={`${base}/edit`}>{t("meetings.editSeries")}</AppLink> : undefined
        }
      />
      <Tabs
        label={nameOf(locale, series)}
        current={base + side}
        tabs={[
          { href: base, label: t("common.overview") },
          { href: `${base}/history`, label: t("common.history") },
        ]}
      />
    </>
  );
}
