import { AppLink } from "@/components/ui/app-link";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Tabs } from "@/components/ui/tabs";
import type { getUnit } from "@/lib/domain/units/queries";
import { nameOf } from "@/lib/platform/i18n/names";
import { currentLocale, getTranslations } from "@/lib/platform/i18n/translator";
import { unitVerbs } from "./unit-verbs";

type Unit = NonNullable<Awaited<ReturnType<typeof getUnit>>>;

/** The head of every page of one unit. */
export async function UnitHeader({ unit, side }: { unit: Unit; side: string }) {
  const [t, locale] = await Promise.all([getTranslations(), currentLocale()]);
  const base = `/units/${unit.id}`;
  const { can } = unit;
  const trail = can.update
    ? [{ href: `/buildings/${unit.buildingId}`, label: nameOf(locale, unit.building) }]
    : undefined;
  return (
    <>
      <PageHeader
        title={`${unit.building.code} ${unit.code}`}
        trail={trail}
        action={
          can.let ? (
            <ButtonLink look="primary" href={`/leases/new?unit=${unit.id}`}>
              {t("units.let")}
            </ButtonLink>
          ) : undefined
        }
        more={
          can.update || can.close ? (
            <>
              {Object.entries(unitVerbs).map(([place, verb]) =>
                can[verb] ? (
                  <AppLink key={place} href={`${base}/${place}`}>
                    {t(`units.${verb}`)}
                  </AppLink>
                ) : null,
              )}
              {can.update ? <AppLink href={`${base}/edit`}>{t("units.edit")}</AppLink> : null}
              {can.close ? <AppLink href={`${base}/close`}>{t("units.close")}</AppLink> : null}
            </>
          ) : undefined
        }
      />
      <Tabs
        label={unit.code}
        current={base + side}
        tabs={[
          { href: base, label: t("common.overview") },
          { href: `${base}/history`, label: t("common.history") },
        ]}
      />
    </>
  );
}
