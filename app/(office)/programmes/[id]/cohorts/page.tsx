import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CohortForm, RemoveCohortForm } from "@/components/programmes/cohort-form";
import { findProgramme } from "@/components/programmes/find-programme";
import { PageHeader } from "@/components/ui/page-header";
import { todayInZone } from "@/lib/platform/dates/today";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { nameOf } from "@/lib/platform/i18n/names";
import { firstValues, type SearchParams } from "@/lib/platform/paging/list-params";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("programmes"))("recordCohort") };
}

/** `?year=` opens a year that is on record, to correct it or to take it back. */
export default async function CohortPage(props: Props) {
  const [{ id }, searchParams, t] = await Promise.all([
    props.params,
    props.searchParams,
    getTranslations("programmes"),
  ]);
  const { viewer, programme } = await findProgramme(id);
  if (!programme.can.recordCohort) forbidden();
  const { cohorts, firstYear, lastYear, version } = programme;
  const cohort = cohorts.find(({ year }) => `${year}` === firstValues(searchParams).year) ?? null;
  const next = Math.min(lastYear, (cohorts.at(-1)?.year ?? firstYear - 1) + 1);
  return (
    <>
      <PageHeader
        title={t(cohort ? "correctCohort" : "recordCohort")}
        trail={[{ href: `/programmes/${id}`, label: nameOf(viewer.locale, programme) }]}
      />
      <ClientMessages namespaces={["programmes"]}>
        <CohortForm {...{ id, version, cohort }} year={`${cohort?.year ?? next}`} today={todayInZone()} />
        {cohort && programme.can.removeCohort ? (
          <RemoveCohortForm {...{ id, version }} year={cohort.year} />
        ) : null}
      </ClientMessages>
    </>
  );
}
