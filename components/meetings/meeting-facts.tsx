import { ItemTable } from "@/components/action-items/item-table";
import { AppLink } from "@/components/ui/app-link";
import { DataTable } from "@/components/ui/data-table";
import { DescriptionList } from "@/components/ui/description-list";
import { StatusMark } from "@/components/ui/status-mark";
import type { ActionItemDto } from "@/lib/domain/action-items/dto";
import { agreementStateLabel } from "@/lib/domain/agreements/labels";
import { type MeetingDetailDto, toAttendeeNames } from "@/lib/domain/meetings/dto";
import { outcomeLabel } from "@/lib/domain/meetings/labels";
import { countryName } from "@/lib/platform/i18n/countries";
import { nameOf, titleOf } from "@/lib/platform/i18n/names";
import { currentLocale, getFormats, getTranslations } from "@/lib/platform/i18n/translator";
import { type AgreementRow, agreementMarks } from "@/lib/reports/lists/agreements";
import styles from "./meetings.module.css";

/** A session: where and when, who, what came of it, what it found open and what it raised. */
export async function MeetingFacts(props: {
  meeting: MeetingDetailDto;
  agreements: AgreementRow[];
  carried: ActionItemDto[];
  raised: ActionItemDto[];
}) {
  const { meeting, agreements, carried, raised } = props;
  const [t, locale, formats] = await Promise.all([getTranslations(), currentLocale(), getFormats()]);
  const words = (zh: string | null, en: string | null) => nameOf(locale, { nameZh: zh, nameEn: en });
  const from = formats.date(meeting.startsOn);
  return (
    <>
      <DescriptionList
        items={[
          {
            label: t("meetings.series"),
            value: (
              <AppLink href={`/meetings/series/${meeting.seriesId}`}>
                {nameOf(locale, meeting.series)}
              </AppLink>
            ),
          },
          {
            label: t("meetings.startsOn"),
            value: meeting.endsOn ? t("meetings.dates", { from, to: formats.date(meeting.endsOn) }) : from,
          },
          {
            label: t("meetings.place"),
            value: [
              // A city that is a country is said once.
              ...new Set([words(meeting.placeZh, meeting.placeEn), countryName(locale, meeting.country)]),
            ]
              .filter(Boolean)
              .join(", "),
          },
          {
            label: t("meetings.agenda"),
            value:
              meeting.agendaZh || meeting.agendaEn ? (
                <span className={styles.lines}>{words(meeting.agendaZh, meeting.agendaEn)}</span>
              ) : null,
          },
        ]}
      />
      <h2>{t("meetings.carried")}</h2>
      <p className={styles.help}>{t("meetings.carriedHelp")}</p>
      {carried.length > 0 ? (
        <ItemTable label={t("meetings.carried")} items={carried} raisedAt />
      ) : (
        <p className={styles.help}>{t("meetings.noneCarried")}</p>
      )}
      <h2>{t("meetings.outcomes")}</h2>
      {meeting.outcomes.length > 0 ? (
        <ol className={styles.outcomes}>
          {meeting.outcomes.map((outcome) => (
            <li key={outcome.id}>
              <strong>{t(outcomeLabel(outcome.kind))}</strong> {words(outcome.textZh, outcome.textEn)}
            </li>
          ))}
        </ol>
      ) : (
        <p className={styles.help}>{t("meetings.noOutcomes")}</p>
      )}
      <h2>{t("meetings.agreements")}</h2>
      {agreements.length > 0 ? (
        <DataTable
          label={t("meetings.agreements")}
          rows={agreements}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "title",
              header: t("agreements.titleLabel"),
              wrap: true,
              cell: (row) => <AppLink href={`/agreements/${row.id}`}>{titleOf(locale, row)}</AppLink>,
            },
            { key: "code", header: t("agreements.code"), cell: ({ code }) => code },
            {
              key: "state",
              header: t("agreements.stateLabel"),
              cell: ({ standing }) =>
                standing?.state ? (
                  <StatusMark
                    kind={agreementMarks[standing.state]}
                    label={t(agreementStateLabel(standing.state))}
                  />
                ) : (
                  t(agreementStateLabel("UNSIGNED"))
                ),
            },
          ]}
        />
      ) : (
        <p className={styles.help}>{t("meetings.noneSigned")}</p>
      )}
      <h2>{t("meetings.raised")}</h2>
      {raised.length > 0 ? (
        <ItemTable label={t("meetings.raised")} items={raised} />
      ) : (
        <p className={styles.help}>{t("meetings.noneRaised")}</p>
      )}
      <h2>{t("meetings.attendees")}</h2>
      {meeting.attendees.length > 0 ? (
        <DataTable
          label={t("meetings.attendees")}
          rows={meeting.attendees.map((attendee, i) => ({
            ...attendee,
            ...toAttendeeNames(attendee),
            id: String(i),
          }))}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "name",
              header: t("meetings.organisation"),
              wrap: true,
              cell: (row) =>
                row.enterpriseId ? (
                  <AppLink href={`/enterprises/${row.enterpriseId}`}>{nameOf(locale, row)}</AppLink>
                ) : (
                  nameOf(locale, row)
                ),
            },
            {
              key: "country",
              header: t("meetings.country"),
              cell: (row) => countryName(locale, row.country),
            },
            { key: "people", header: t("meetings.people"), wrap: true, cell: (row) => row.people },
          ]}
        />
      ) : (
        <p className={styles.help}>{t("meetings.noAttendees")}</p>
      )}
    </>
  );
}
