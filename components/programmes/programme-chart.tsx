import { LineChart } from "@/components/charts/line-chart";
import type { CivilDate } from "@/lib/platform/dates/civil";
import { getFormats, getTranslations } from "@/lib/platform/i18n/translator";
import type { ProgrammeYear } from "@/lib/reports/programmes/types";

/** The path and who was trained, by the ends of the years. */
export async function ProgrammeChart(props: { years: ProgrammeYear[]; asOf: CivilDate }) {
  const { years, asOf } = props;
  const [t, formats] = await Promise.all([getTranslations("programmes"), getFormats()]);
  const first = years[0];
  if (!first) return null;
  const start = { on: `${first.year}-01-01`, value: 0 };
  const ends = (value: (year: ProgrammeYear) => number | null) =>
    years.map((year) => ({ on: `${year.year}-12-31`, value: value(year) }));
  // Nobody has been counted beyond the last year that is reported; a year between that is not stands as a gap.
  const trained = ends((year) => year.trained);
  const within = asOf >= start.on && asOf <= `${years.at(-1)?.year}-12-31`;
  return (
    <LineChart
      label={t("chartLabel")}
      title={t("chart")}
      foot={t("chartFoot", { on: asOf })}
      fromZero
      asOf={within ? asOf : undefined}
      format={(value) => formats.count(Math.round(value))}
      series={[
        { name: t("trained"), points: [start, ...trained] },
        { name: t("pathLine"), points: [start, ...ends(({ expected }) => expected)] },
      ]}
    />
  );
}
