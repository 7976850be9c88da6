import { AppLink } from "@/components/ui/app-link";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Tabs } from "@/components/ui/tabs";
import type { getPark } from "@/lib/domain/parks/queries";
import { nameOf, otherNameOf } from "@/lib/platform/i18n/names";
import { currentLocale, getTranslations } from "@/lib/platform/i18n/translator";

type Park = NonNullable<Awaited<ReturnType<typeof getPark>>>;

/** The head of every page of one park: its names, its verbs, its sides. */
export async function ParkHeader({ park, current }: { park: Park; current: string }) {
  const [t, locale] = await Promise.all([getTranslations("parks"), currentLocale()]);
  const [common] = await Promise.all([getTranslations("common")]);
  const base = `/parks/${park.id}`;
  return (
    <>
      <PageHeader
        title={nameOf(locale, park)}
        trail={[{ href: "/parks", label: t("title") }]}
        beside={<span>{otherNameOf(locale, park)}</span>}
        action={
          park.can.update ? (
            <ButtonLink look="primary" href={`${base}/edit`}>
              {t("edit")}
            </ButtonLink>
          ) : undefined
        }
        more={park.can.close ? <AppLink href={`${base}/close`}>{t("close")}</AppLink> : undefined}
      />
      <Tabs
        label={nameOf(locale, park)}
        current={current}
        tabs={[
          { href: base, label: common("overview") },
          { href: `${base}/history`, label: common("history") },
        ]}
      />
    </>
  );
}
