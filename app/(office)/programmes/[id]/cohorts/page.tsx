import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { CohortForm, RemoveCohortForm } from "@/components/programmes/cohort-form";
import { findProgramme } from "@/components/programmes/find-programme";
import styles from "@/components/programmes/programmes.module.css";
import { PageHeader } from "@/components/ui/page-header";
import { todayInZone } from "@/lib/platform/dates/today";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { nameOf } from "@/lib/platform/i18n/names";
import { getTranslations } from "@/lib/platform/i18n/translator";
import { firstValues, type SearchParams } from "@/lib/platform/paging/list-params";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("programmes"))("recordCohort") };
}

/** `?year=` opens a year: one that is on record is corrected or taken back. */
export default async function CohortPage(props: Props) {
  const [{ id }, searchParams, t] = await Promise.all([
    props.params,
    props.searchParams,
    getTranslations("programmes"),
  ]);
  const { viewer, programme } = await findProgramme(id);
  if (!programme.can.recordCohort) forbidden();
  const { cohorts, firstYear, lastYear, version } = programme;
  const asked = firstValues(searchParams).year;
  const cohort = cohorts.find(({ year }) => `${year}` === asked) ?? null;
  const next = Math.min(lastYear, (cohorts.at(-1)?.year ?? firstYear - 1) + 1);
  return (
    <>
      <PageHeader
        title={t(cohort ? "correctCohort" : "recordCohort")}
        trail={[{ href: `/programmes/${id}`, label: nameOf(viewer.locale, programme) }]}
      />
      <ClientMessages namespaces={["programmes"]}>
        <CohortForm
          {...{ id, version, cohort }}
          year={`${cohort?.year ?? asked ?? next}`}
          today={todayInZone()}
        />
        {cohort && programme.can.removeCohort ? (
          <div className={styles.second}>
            <RemoveCohortForm {...{ id, version }} year={cohort.year} />
          </div>
        ) : null}
      </ClientMessages>
    </>
  );
}
