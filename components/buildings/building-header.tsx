import { AppLink } from "@/components/ui/app-link";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Tabs } from "@/components/ui/tabs";
import type { getBuilding } from "@/lib/domain/buildings/queries";
import { nameOf, otherNameOf } from "@/lib/platform/i18n/names";
import { currentLocale, getTranslations } from "@/lib/platform/i18n/translator";

type Building = NonNullable<Awaited<ReturnType<typeof getBuilding>>>;

/** The head of every page of one building. */
export async function BuildingHeader({ building, side }: { building: Building; side: string }) {
  const [t, locale] = await Promise.all([getTranslations(), currentLocale()]);
  const base = `/buildings/${building.id}`;
  const { can, park } = building;
  return (
    <>
      <PageHeader
        title={nameOf(locale, building)}
        trail={[
          { href: "/parks", label: t("parks.title") },
          { href: `/parks/${park.id}`, label: nameOf(locale, park) },
        ]}
        beside={<span>{otherNameOf(locale, building)}</span>}
        action={
          can.update ? (
            <ButtonLink look="primary" href={`${base}/edit`}>
              {t("buildings.edit")}
            </ButtonLink>
          ) : undefined
        }
        more={
          can.addUnit || can.close ? (
            <>
              {can.addUnit ? (
                <AppLink href={`/units/new?building=${building.id}`}>{t("buildings.addUnit")}</AppLink>
              ) : null}
              {can.close ? <AppLink href={`${base}/close`}>{t("buildings.close")}</AppLink> : null}
            </>
          ) : undefined
        }
      />
      <Tabs
        label={nameOf(locale, building)}
        current={base + side}
        tabs={[
          { href: base, label: t("buildings.plan.tab") },
          { href: `${base}/units`, label: t("units.title") },
          { href: `${base}/history`, label: t("common.history") },
        ]}
      />
    </>
  );
}
