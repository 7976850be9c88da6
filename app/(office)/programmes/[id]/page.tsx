import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { findProgramme } from "@/components/programmes/find-programme";
import { ProgrammeChart } from "@/components/programmes/programme-chart";
import { ProgrammeFacts } from "@/components/programmes/programme-facts";
import { ProgrammeHeader } from "@/components/programmes/programme-header";
import styles from "@/components/programmes/programmes.module.css";
import { Definitions } from "@/components/reports/definitions";
import { ReportTable } from "@/components/reports/report-table";
import { ExportLinks } from "@/components/ui/export-links";
import { asOfFrom } from "@/lib/platform/dates/as-of";
import { nameOf } from "@/lib/platform/i18n/names";
import { getTranslations } from "@/lib/platform/i18n/translator";
import { carriedFrom } from "@/lib/platform/paging/carry";
import type { SearchParams } from "@/lib/platform/paging/list-params";
import type { ReportColumn } from "@/lib/reports/columns";
import { programmeYearColumns } from "@/lib/reports/programmes/columns";
import { getProgrammeFigures } from "@/lib/reports/programmes/facts";
import type { ProgrammeYear } from "@/lib/reports/programmes/types";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

/** What can be done to a year, in place. */
const verbColumn: ReportColumn<ProgrammeYear> = {
  ...{ key: "verb", header: "programmes.verbsColumn", kind: "TEXT", short: true },
  value: () => null,
};

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { viewer, programme } = await findProgramme((await props.params).id);
  return { title: nameOf(viewer.locale, programme) };
}

export default async function ProgrammePage(props: Props) {
  const [{ id }, searchParams, t] = await Promise.all([
    props.params,
    props.searchParams,
    getTranslations("programmes"),
  ]);
  const { viewer, programme } = await findProgramme(id);
  const asOf = asOfFrom(searchParams);
  const figures = await getProgrammeFigures(viewer, id, asOf);
  if (!figures) notFound();
  const standing = new Set(programme.cohorts.map(({ year }) => year));
  return (
    <>
      <ProgrammeHeader programme={programme} side="" />
      <ProgrammeFacts programme={programme} figures={figures} />
      <h2>{t("byYear")}</h2>
      <ProgrammeChart years={figures.years} asOf={asOf} />
      <ReportTable
        label={t("byYear")}
        columns={programme.can.recordCohort ? [...programmeYearColumns, verbColumn] : programmeYearColumns}
        rows={figures.years}
        rowKey={({ year }) => String(year)}
        searchParams={searchParams}
        cells={{
          verb: ({ year }) => {
            const verb = standing.has(year) ? "correct" : "record";
            return (
              <a
                href={carriedFrom(`/programmes/${id}/cohorts?year=${year}`, searchParams)}
                aria-label={t(`${verb}Year`, { year: String(year) })}
              >
                {t(verb)}
              </a>
            );
          },
        }}
      />
      <ExportLinks
        at="/programmes/years/export"
        searchParams={searchParams}
        with={{ programme: id }}
        className={styles.files}
      />
      <Definitions report="programmes" />
    </>
  );
}
