import { LineChart } from "@/components/charts/line-chart";
import type { CommitmentDetailDto } from "@/lib/domain/commitments/dto";
import { addDays, type CivilDate } from "@/lib/platform/dates/civil";
import { nameOf, titleOf } from "@/lib/platform/i18n/names";
import { currentLocale, getFormats, getTranslations } from "@/lib/platform/i18n/translator";
import { listPathPoints } from "@/lib/reports/commitments/compute";
import type { Actual } from "@/lib/reports/commitments/types";

/** After this many days beyond the last point, the day's line would only squeeze the picture. */
const NEAR_DAYS = 120;

/** Path, measurements and the day. What it shows is told again by the table beneath. */
export async function CommitmentChart(props: {
  commitment: CommitmentDetailDto;
  values: Actual[];
  asOf: CivilDate;
}) {
  const { commitment, values, asOf } = props;
  const [t, locale, formats] = await Promise.all([
    getTranslations("commitments"),
    currentLocale(),
    getFormats(),
  ]);
  const path = listPathPoints(commitment).map(({ on, value }) => ({ on, value: Number(value) }));
  const measured = values.map(({ on, value }) => ({ on, value: Number(value) }));
  const days = [...path, ...measured].map(({ on }) => on).sort();
  const last = days.at(-1) ?? commitment.targetOn;
  const near = asOf >= commitment.baselineOn && asOf <= addDays(last, NEAR_DAYS);
  return (
    <LineChart
      label={`${titleOf(locale, commitment)}: ${t("chart")}`}
      foot={nameOf(locale, { nameZh: commitment.unitZh, nameEn: commitment.unitEn })}
      series={[
        { name: t("pathSeries"), points: path },
        ...(measured.length > 0 ? [{ name: t("actualSeries"), points: measured, marked: true }] : []),
      ]}
      format={(value) => formats.number(value, 1)}
      asOf={near ? asOf : undefined}
    />
  );
}
