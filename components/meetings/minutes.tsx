import type { ReactNode } from "react";
import type { ActionItemDto } from "@/lib/domain/action-items/dto";
import type { AgreementDto } from "@/lib/domain/agreements/dto";
import { type MeetingDetailDto, toAttendeeNames, toMeetingTitles } from "@/lib/domain/meetings/dto";
import { outcomeLabel } from "@/lib/domain/meetings/labels";
import { wordsFor } from "@/lib/platform/api/words";
import { countryName } from "@/lib/platform/i18n/countries";
import { formatsFor } from "@/lib/platform/i18n/formats";
import type { Locale } from "@/lib/platform/i18n/locales";
import { nameOf, titleOf } from "@/lib/platform/i18n/names";
import styles from "./meetings.module.css";

type Props = {
  meeting: MeetingDetailDto;
  agreements: AgreementDto[];
  carried: ActionItemDto[];
  raised: ActionItemDto[];
};

/** One part of the minutes in a language: its heading, and what stands under it; null where there is nothing. */
type Part = { key: string; heading: string; body: ReactNode } | null;

const languages: { locale: Locale; lang: string }[] = [
  { locale: "zh", lang: "zh-CN" },
  { locale: "en", lang: "en" },
];

/** The session as a paper: every part in Chinese and in English, from what is on record, whoever reads it. */
export async function Minutes(props: Props) {
  const [zh, en] = await Promise.all(languages.map(({ locale }) => partsIn(locale, props)));
  return (
    <article className={styles.minutes}>
      {zh?.map((part, i) => {
        const both = [part, en?.[i] ?? null];
        return both.some(Boolean) ? (
          <section key={part?.key ?? en?.[i]?.key} className={styles.pair}>
            {languages.map(({ lang }, n) => (
              <div key={lang} lang={lang}>
                {both[n] ? (
                  <>
                    <h2>{both[n].heading}</h2>
                    {both[n].body}
                  </>
                ) : null}
              </div>
            ))}
          </section>
        ) : null;
      })}
    </article>
  );
}

async function partsIn(locale: Locale, { meeting, agreements, carried, raised }: Props): Promise<Part[]> {
  const t = await wordsFor(locale);
  const formats = formatsFor(locale);
  const part = (key: string, heading: string, body: ReactNode): Part =>
    body ? { key, heading, body } : null;
  const own = (zh: string | null, en: string | null) => (locale === "zh" ? zh : en);
  const list = (items: string[]) =>
    items.length > 0 ? (
      <ol>
        {items.map((item, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a paper's lines have no other name
          <li key={i}>{item}</li>
        ))}
      </ol>
    ) : null;
  const text = (words: string | null) => (words ? <p className={styles.lines}>{words}</p> : null);
  const days = meeting.endsOn
    ? t("meetings.dates", { from: formats.date(meeting.startsOn), to: formats.date(meeting.endsOn) })
    : formats.date(meeting.startsOn);
  const place = nameOf(locale, { nameZh: meeting.placeZh, nameEn: meeting.placeEn });
  const item = (one: ActionItemDto) =>
    [
      titleOf(locale, one),
      one.owner,
      one.dueOn && `${t("action-items.dueOn")} ${formats.date(one.dueOn)}`,
      one.state && t(`action-items.state.${one.state}`),
    ]
      .filter(Boolean)
      .join(" · ");
  return [
    part(
      "session",
      titleOf(locale, toMeetingTitles(meeting)),
      <p>{[days, ...new Set([place, countryName(locale, meeting.country)])].filter(Boolean).join(" · ")}</p>,
    ),
    part(
      "attendees",
      t("meetings.attendees"),
      list(
        meeting.attendees.map((attendee) => {
          const names = toAttendeeNames(attendee);
          const from = countryName(locale, names.country);
          return [nameOf(locale, names), from, attendee.people].filter(Boolean).join(" · ");
        }),
      ),
    ),
    part("agenda", t("meetings.agenda"), text(own(meeting.agendaZh, meeting.agendaEn))),
    part("carried", t("meetings.carried"), list(carried.map(item))),
    part(
      "outcomes",
      t("meetings.outcomes"),
      list(
        meeting.outcomes.map(
          ({ kind, textZh, textEn }) =>
            `${t(outcomeLabel(kind))}${locale === "zh" ? "：" : ": "}${nameOf(locale, { nameZh: textZh, nameEn: textEn })}`,
        ),
      ),
    ),
    part(
      "agreements",
      t("meetings.agreements"),
      list(agreements.map((agreement) => `${titleOf(locale, agreement)} (${agreement.code})`)),
    ),
    part("raised", t("meetings.actionItems"), list(raised.map(item))),
    part("text", t("meetings.minutesText"), text(own(meeting.minutesZh, meeting.minutesEn))),
  ];
}
