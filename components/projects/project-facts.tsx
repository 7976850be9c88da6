import { AppLink } from "@/components/ui/app-link";
import { DescriptionList } from "@/components/ui/description-list";
import { KeyFigures } from "@/components/ui/key-figures";
import { StatusMark } from "@/components/ui/status-mark";
import { TagLinks } from "@/components/ui/tag-links";
import { clusterLabel } from "@/lib/domain/enterprises/labels";
import type { ProjectDetailDto } from "@/lib/domain/projects/dto";
import { partnerRoleLabel, projectKindLabel } from "@/lib/domain/projects/labels";
import type { getDeclaredRag } from "@/lib/domain/projects/queries-records";
import { countryName } from "@/lib/platform/i18n/countries";
import { nameOf, titleOf } from "@/lib/platform/i18n/names";
import { currentLocale, getFormats, getTranslations } from "@/lib/platform/i18n/translator";
import type { ProjectReport } from "@/lib/reports/progress/facts";
import { RagMark } from "./rag-mark";

type DeclaredRag = NonNullable<Awaited<ReturnType<typeof getDeclaredRag>>>;

/** How the project stands on the day with the reasons for its colour, and what it is. */
export async function ProjectFacts({
  project,
  report,
  declared,
}: {
  project: ProjectDetailDto;
  report: ProjectReport | null;
  declared: DeclaredRag | null;
}) {
  const [t, locale, formats] = await Promise.all([getTranslations(), currentLocale(), getFormats()]);
  const progress = report?.progress;
  const titles = new Map(project.milestones.map((milestone) => [milestone.id, titleOf(locale, milestone)]));
  const reasons = progress?.ragReasons.map((reason) =>
    t(`metrics.reasons.${reason.code}`, {
      ...reason.params,
      milestone: titles.get(reason.milestoneId ?? "") ?? "",
    }),
  );
  const money = project.plannedInvestment;
  return (
    <>
      {progress ? (
        <KeyFigures
          figures={[
            {
              label: t("projects.rag"),
              value: <RagMark rag={progress.rag} label={t(`projects.rags.${progress.rag}`)} />,
              basis: reasons?.[0],
            },
            {
              label: t("projects.done"),
              value: formats.percent(progress.progress, 1),
              basis: `${t("projects.planned")} ${formats.percent(progress.planned, 1)}`,
            },
            ...(declared ? [declaredFigure(declared)] : []),
            { label: t("projects.variance"), value: formats.points(progress.variancePoints, 1) },
            {
              label: t("projects.slip"),
              value: formats.change(progress.finishSlipDays),
              basis: `${t("projects.originalSlip")} ${formats.change(progress.originalFinishSlipDays)}`,
            },
          ]}
        />
      ) : null}
      {reasons && reasons.length > 1 ? (
        <ul aria-label={t("projects.why")}>
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      ) : null}
      <DescriptionList
        items={[
          { label: t("projects.kindLabel"), value: t(projectKindLabel(project.kind)) },
          { label: t("projects.clusterLabel"), value: t(clusterLabel(project.cluster)) },
          {
            label: t("projects.park"),
            value: project.park ? nameOf(locale, project.park) : t("projects.wholeZone"),
          },
          {
            label: t("projects.lead"),
            value: project.lead ? (
              <AppLink href={`/enterprises/${project.lead.id}`}>{nameOf(locale, project.lead)}</AppLink>
            ) : null,
          },
          {
            label: t("projects.partners"),
            value:
              project.partners.length > 0 ? (
                <ul>
                  {project.partners.map((partner) => (
                    <li key={partner.enterpriseId ?? `${partner.nameZh}${partner.nameEn}`}>
                      {partner.enterpriseId ? (
                        <AppLink href={`/enterprises/${partner.enterpriseId}`}>
                          {nameOf(locale, partner)}
                        </AppLink>
                      ) : (
                        nameOf(locale, partner)
                      )}
                      {` · ${t(partnerRoleLabel(partner.role))}`}
                      {partner.country ? ` · ${countryName(locale, partner.country)}` : ""}
                    </li>
                  ))}
                </ul>
              ) : null,
          },
          { label: t("projects.owner"), value: project.owner },
          {
            label: t("projects.tags"),
            value: project.tags.length > 0 ? <TagLinks tags={project.tags} pathname="/projects" /> : null,
          },
          {
            label: t("projects.plannedInvestment"),
            value: money ? formats.money(money.amount, money.currency) : null,
          },
          {
            label: t("projects.agreement"),
            value: project.agreement ? (
              <AppLink href={`/agreements/${project.agreement.id}`}>
                {`${project.agreement.code} ${titleOf(locale, project.agreement)}`}
              </AppLink>
            ) : null,
          },
          {
            label: t("projects.startedOn"),
            value: project.startedOn ? formats.date(project.startedOn) : null,
          },
          {
            label: t("projects.deliveredOn"),
            value: project.deliveredOn ? formats.date(project.deliveredOn) : null,
          },
          {
            label: t("projects.cancelledOn"),
            value: project.cancelledOn ? formats.date(project.cancelledOn) : null,
          },
        ]}
      />
    </>
  );

  /** Beside the computed one, until its time is over; then it is told as over, and counts no longer. */
  function declaredFigure({ rag, reason, on, expiresOn, expired }: DeclaredRag) {
    return {
      label: t("projects.declared.title"),
      value: expired ? (
        <StatusMark kind="ended" label={t("projects.declared.expired", { rag: t(`projects.rags.${rag}`) })} />
      ) : (
        <RagMark rag={rag} label={t(`projects.rags.${rag}`)} />
      ),
      basis: `${reason} (${t("projects.declared.until", { on: formats.date(on), until: formats.date(expiresOn) })})`,
    };
  }
}
