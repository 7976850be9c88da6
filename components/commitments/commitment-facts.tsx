import { AppLink } from "@/components/ui/app-link";
import { Banner } from "@/components/ui/banner";
import { DescriptionList } from "@/components/ui/description-list";
import { KeyFigures } from "@/components/ui/key-figures";
import { StatusMark } from "@/components/ui/status-mark";
import type { CommitmentDetailDto } from "@/lib/domain/commitments/dto";
import {
  commitmentMetricLabel,
  commitmentOutcomeLabel,
  commitmentPathLabel,
} from "@/lib/domain/commitments/labels";
import { type CivilDate, daysBetween, maxDate, minDate } from "@/lib/platform/dates/civil";
import { nameOf, titleOf } from "@/lib/platform/i18n/names";
import { currentLocale, getFormats, getTranslations } from "@/lib/platform/i18n/translator";
import type { MissingRate } from "@/lib/reports/commitments/facts";
import { outcomeKinds } from "@/lib/reports/commitments/outcome-kinds";
import type { CommitmentFigures } from "@/lib/reports/commitments/types";

/** How it stands on the day, each figure with what it is made of; and what was promised. */
export async function CommitmentFacts(props: {
  commitment: CommitmentDetailDto;
  figures: CommitmentFigures | null;
  missing: MissingRate | null;
  asOf: CivilDate;
}) {
  const { commitment, figures, missing, asOf } = props;
  const [t, locale, formats] = await Promise.all([
    getTranslations("commitments"),
    currentLocale(),
    getFormats(),
  ]);
  const all = await getTranslations();
  const unit = nameOf(locale, { nameZh: commitment.unitZh, nameEn: commitment.unitEn });
  const number = (value: string) => formats.number(value, 2);
  const both = (zh: string | null, en: string | null) => nameOf(locale, { nameZh: zh, nameEn: en }) || null;
  const terms = figures && {
    actual: number(figures.actual),
    baseline: number(commitment.baselineValue),
    target: number(commitment.targetValue),
    expected: formats.number(figures.expected, 1),
  };
  const span = daysBetween(commitment.baselineOn, commitment.targetOn);
  const until = maxDate(commitment.baselineOn, minDate(asOf, commitment.targetOn));
  const gone = daysBetween(commitment.baselineOn, until);
  const linked = (href: string, text: string) => <AppLink href={href}>{text}</AppLink>;
  const coded = (
    noun: string,
    one: { id: string; code: string; titleZh: string | null; titleEn: string | null },
  ) => linked(`/${noun}/${one.id}`, `${one.code} ${titleOf(locale, one)}`);
  return (
    <>
      {missing ? (
        <Banner tone="bad">{t("missing", { pair: missing.pair, on: formats.date(missing.on) })}</Banner>
      ) : null}
      {figures && terms ? (
        <KeyFigures
          figures={[
            {
              label: t("outcomeLabel"),
              value: (
                <StatusMark
                  kind={outcomeKinds[figures.outcome]}
                  label={all(commitmentOutcomeLabel(figures.outcome))}
                />
              ),
              basis:
                commitment.waivedReason && figures.outcome === "WAIVED" ? commitment.waivedReason : undefined,
            },
            {
              label: t("actual"),
              value: number(figures.actual),
              unit,
              basis: figures.actualOn ? formats.date(figures.actualOn) : t("baselineRow"),
            },
            {
              label: t("expected"),
              value: formats.number(figures.expected, 1),
              unit,
              basis:
                commitment.path === "LINEAR"
                  ? t("explain.expectedLinear", { gone, all: span })
                  : t("explain.expectedStepped"),
            },
            {
              label: t("attainment"),
              value: formats.percent(figures.attainment, 1),
              basis: t("explain.attainment", terms),
            },
            { label: t("pace"), value: formats.percent(figures.pace, 1), basis: t("explain.pace", terms) },
          ]}
        />
      ) : null}
      <DescriptionList
        items={[
          {
            label: t("promisor"),
            value: commitment.promisor
              ? linked(`/enterprises/${commitment.promisor.id}`, nameOf(locale, commitment.promisor))
              : both(commitment.promisorZh, commitment.promisorEn),
          },
          { label: t("promisee"), value: both(commitment.promiseeZh, commitment.promiseeEn) },
          { label: t("written"), value: both(commitment.sourceZh, commitment.sourceEn) },
          {
            label: t("agreement"),
            value: commitment.agreement ? coded("agreements", commitment.agreement) : null,
          },
          { label: t("project"), value: commitment.project ? coded("projects", commitment.project) : null },
          { label: t("metricLabel"), value: all(commitmentMetricLabel(commitment.metric)) },
          ...countedOf().map((value) => ({ label: t("counted"), value })),
          {
            label: t("baselineValue"),
            value: `${number(commitment.baselineValue)} ${unit} · ${formats.date(commitment.baselineOn)}`,
          },
          {
            label: t("targetValue"),
            value: `${number(commitment.targetValue)} ${unit} · ${formats.date(commitment.targetOn)}`,
          },
          { label: t("pathLabel"), value: all(commitmentPathLabel(commitment.path)) },
          { label: t("owner"), value: commitment.owner },
          ...(commitment.waivedOn
            ? [
                {
                  label: t("waivedOn"),
                  value: `${formats.date(commitment.waivedOn)} · ${commitment.waivedReason}`,
                },
              ]
            : []),
        ]}
      />
    </>
  );

  /** What a live metric counts. */
  function countedOf() {
    const { ofEnterprise, ofPark, ofProgramme, ofProject, ofAgreement } = commitment;
    return [
      ofEnterprise && linked(`/enterprises/${ofEnterprise.id}`, nameOf(locale, ofEnterprise)),
      ofPark && linked(`/parks/${ofPark.id}`, nameOf(locale, ofPark)),
      ofProgramme &&
        linked(`/programmes/${ofProgramme.id}`, `${ofProgramme.code} ${nameOf(locale, ofProgramme)}`),
      ofProject && coded("projects", ofProject),
      ofAgreement && coded("agreements", ofAgreement),
    ].filter((value) => value !== null);
  }
}
