import { AppLink } from "@/components/ui/app-link";
import { DataTable } from "@/components/ui/data-table";
import { DescriptionList } from "@/components/ui/description-list";
import { KeyFigures } from "@/components/ui/key-figures";
import { StatusMark } from "@/components/ui/status-mark";
import { type AgreementDto, toPartyNames } from "@/lib/domain/agreements/dto";
import { agreementEventLabel, agreementStateLabel } from "@/lib/domain/agreements/labels";
import { clusterLabel } from "@/lib/domain/enterprises/labels";
import { toMeetingTitles } from "@/lib/domain/meetings/dto";
import { countryName } from "@/lib/platform/i18n/countries";
import { nameOf, titleOf } from "@/lib/platform/i18n/names";
import { currentLocale, getFormats, getTranslations } from "@/lib/platform/i18n/translator";
import type { Standing } from "@/lib/reports/chain/types";
import { agreementMarks } from "@/lib/reports/lists/agreements";

/** How an agreement stands on the day and why, what it says, and what happened to it. */
export async function AgreementFacts(props: {
  agreement: AgreementDto;
  standing: Standing | null;
  /** Whether the viewer is of the office, who may open sessions and other firms. */
  office: boolean;
}) {
  const { agreement, standing } = props;
  const [t, locale, formats] = await Promise.all([getTranslations(), currentLocale(), getFormats()]);
  const state = standing?.state;
  const meeting = agreement.meeting && titleOf(locale, toMeetingTitles(agreement.meeting));
  const note = titleOf(locale, { titleZh: agreement.noteZh, titleEn: agreement.noteEn });
  const renewal = t(`agreements.renewal.${agreement.renewal}`);
  return (
    <>
      {state ? (
        <KeyFigures
          figures={[
            { label: t("agreements.lastActivityOn"), value: formats.date(standing.lastActivityOn) },
            {
              label: t("agreements.projects"),
              value: formats.count(standing.projects),
              basis: t("agreements.projectsBasis", {
                active: standing.projectsActive,
                delivered: standing.projectsDelivered,
              }),
            },
            {
              label: t("agreements.commitments"),
              value: formats.count(standing.commitments),
              basis: t("agreements.commitmentsBasis", { met: standing.commitmentsMet }),
            },
          ]}
        />
      ) : (
        <p>{t("agreements.unsignedYet")}</p>
      )}
      <DescriptionList
        items={[
          {
            label: t("agreements.stateLabel"),
            value: state ? (
              <>
                <StatusMark kind={agreementMarks[state]} label={t(agreementStateLabel(state))} />{" "}
                <small>{t(`agreements.stateWhy.${state}`)}</small>
              </>
            ) : null,
          },
          {
            label: t("agreements.meeting"),
            value:
              agreement.meeting && props.office ? (
                <AppLink href={`/meetings/${agreement.meeting.id}`}>{meeting}</AppLink>
              ) : (
                meeting
              ),
          },
          { label: t("agreements.signedOn"), value: formats.date(agreement.signedOn) },
          {
            label: t("agreements.effectiveOn"),
            value: formats.date(agreement.effectiveOn ?? agreement.signedOn),
          },
          {
            label: t("agreements.expiresOn"),
            value: standing?.expiresOn ? formats.date(standing.expiresOn) : t("agreements.noExpiry"),
          },
          {
            label: t("agreements.renewalLabel"),
            value: agreement.renewalMonths
              ? t("agreements.renewalEvery", { renewal, months: agreement.renewalMonths })
              : renewal,
          },
          {
            label: t("agreements.terminatedOn"),
            value: agreement.terminatedOn ? formats.date(agreement.terminatedOn) : null,
          },
          { label: t("agreements.clusterLabel"), value: t(clusterLabel(agreement.cluster)) },
          { label: t("agreements.owner"), value: agreement.owner },
          { label: t("agreements.notes"), value: note },
        ]}
      />
      <h2>{t("agreements.parties")}</h2>
      <DataTable
        label={t("agreements.parties")}
        rows={agreement.parties.map((party, i) => ({ ...party, ...toPartyNames(party), id: String(i) }))}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "name",
            header: t("agreements.party"),
            wrap: true,
            cell: (party) =>
              party.enterpriseId && props.office ? (
                <AppLink href={`/enterprises/${party.enterpriseId}`}>{nameOf(locale, party)}</AppLink>
              ) : (
                nameOf(locale, party)
              ),
          },
          {
            key: "country",
            header: t("agreements.country"),
            cell: (party) => countryName(locale, party.country),
          },
        ]}
      />
      {agreement.events.length > 0 ? (
        <>
          <h2>{t("agreements.events")}</h2>
          <DataTable
            label={t("agreements.events")}
            rows={agreement.events}
            rowKey={({ id }) => id}
            columns={[
              { key: "on", header: t("agreements.on"), cell: (event) => formats.date(event.on) },
              {
                key: "kind",
                header: t("agreements.eventLabel"),
                cell: (event) =>
                  event.kind === "EXTENDED"
                    ? t("agreements.extendedTo", {
                        from: formats.date(event.expiredOn),
                        to: formats.date(event.expiresOn),
                      })
                    : t(agreementEventLabel(event.kind)),
              },
              {
                key: "text",
                header: t("agreements.text"),
                wrap: true,
                cell: (event) => titleOf(locale, { titleZh: event.textZh, titleEn: event.textEn }),
              },
              {
                key: "evidence",
                header: t("agreements.evidence"),
                wrap: true,
                cell: (event) => event.evidence,
              },
            ]}
          />
        </>
      ) : null}
    </>
  );
}
