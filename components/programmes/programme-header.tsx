import { AppLink } from "@/components/ui/app-link";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Tabs } from "@/components/ui/tabs";
import type { getProgramme } from "@/lib/domain/programmes/queries";
import { nameOf } from "@/lib/platform/i18n/names";
import { currentLocale, getTranslations } from "@/lib/platform/i18n/translator";

type Programme = NonNullable<Awaited<ReturnType<typeof getProgramme>>>;

/** The head of every page of one programme. */
export async function ProgrammeHeader({ programme, side }: { programme: Programme; side: string }) {
  const [t, locale] = await Promise.all([getTranslations(), currentLocale()]);
  const base = `/programmes/${programme.id}`;
  const { can, firstYear, lastYear } = programme;
  const name = nameOf(locale, programme);
  return (
    <>
      <PageHeader
        title={name}
        trail={[{ href: "/programmes", label: t("programmes.title") }]}
        beside={<span>{`${programme.code} · ${firstYear}–${lastYear}`}</span>}
        action={
          can.recordCohort ? (
            <ButtonLink look="primary" href={`${base}/cohorts`}>
              {t("programmes.recordCohort")}
            </ButtonLink>
          ) : undefined
        }
        more={can.update ? <AppLink href={`${base}/edit`}>{t("programmes.edit")}</AppLink> : undefined}
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
