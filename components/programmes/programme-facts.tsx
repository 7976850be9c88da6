import { AppLink } from "@/components/ui/app-link";
import { DescriptionList } from "@/components/ui/description-list";
import { KeyFigures } from "@/components/ui/key-figures";
import { StatusMark } from "@/components/ui/status-mark";
import type { ProgrammeDto } from "@/lib/domain/programmes/dto";
import { nameOf, titleOf } from "@/lib/platform/i18n/names";
import { currentLocale, getFormats, getTranslations } from "@/lib/platform/i18n/translator";
import { programmeRagKinds } from "@/lib/reports/programmes/rag-kinds";
import type { ProgrammeFigures } from "@/lib/reports/programmes/types";

/** Where the programme stands on the day with the reasons for its colour, and what it is. */
export async function ProgrammeFacts(props: { programme: ProgrammeDto; figures: ProgrammeFigures }) {
  const { programme, figures } = props;
  const [t, locale, formats] = await Promise.all([
    getTranslations("programmes"),
    currentLocale(),
    getFormats(),
  ]);
  const { institute, agreement } = programme;
  const reasons = figures.reasons.map((reason) =>
    reason.code === "FAR_BELOW" || reason.code === "BELOW"
      ? t(`reasons.${reason.code}`, {
          pace: formats.percent(reason.pace, 1),
          threshold: formats.percent(reason.threshold, 0),
        })
      : reason.code === "UNREPORTED"
        ? t("reasons.UNREPORTED", { year: String(reason.year) })
        : t("reasons.NOTHING_DUE"),
  );
  const count = (value: number) => formats.count(value);
  return (
    <>
      <KeyFigures
        label={t("figures")}
        figures={[
          {
            label: t("rag"),
            value: <StatusMark kind={programmeRagKinds[figures.rag]} label={t(`rags.${figures.rag}`)} />,
            basis: reasons[0],
          },
          {
            label: t("trained"),
            value: count(figures.trained),
            basis: t("enrolledBeside", { count: count(figures.enrolled) }),
          },
          {
            label: t("attainment"),
            value: formats.percent(figures.attainment),
            basis: t("of", { part: count(figures.trained), whole: count(programme.target) }),
          },
          {
            label: t("path"),
            value: formats.percent(figures.path, 0),
            basis:
              figures.pathYear === null
                ? undefined
                : t("expectedBy", {
                    count: formats.number(figures.expected, 1),
                    year: String(figures.pathYear),
                  }),
          },
        ]}
      />
      {reasons.length > 1 ? (
        <ul aria-label={t("why")}>
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      ) : null}
      <DescriptionList
        items={[
          { label: t("target"), value: count(programme.target) },
          { label: t("years"), value: `${programme.firstYear}–${programme.lastYear}` },
          {
            label: t("institute"),
            value: institute ? (
              <AppLink href={`/enterprises/${institute.id}`}>{nameOf(locale, institute)}</AppLink>
            ) : null,
          },
          {
            label: t("agreement"),
            value: agreement ? (
              <AppLink href={`/agreements/${agreement.id}`}>{titleOf(locale, agreement)}</AppLink>
            ) : null,
          },
          { label: t("owner"), value: programme.owner },
          {
            label: t("note"),
            value: nameOf(locale, { nameZh: programme.noteZh, nameEn: programme.noteEn }),
          },
        ]}
      />
    </>
  );
}
