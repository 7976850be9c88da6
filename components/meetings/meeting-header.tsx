import { AppLink } from "@/components/ui/app-link";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Tabs } from "@/components/ui/tabs";
import { toMeetingTitles } from "@/lib/domain/meetings/dto";
import type { getMeeting } from "@/lib/domain/meetings/queries";
import { titleOf } from "@/lib/platform/i18n/names";
import { currentLocale, getFormats, getTranslations } from "@/lib/platform/i18n/translator";

type Meeting = NonNullable<Awaited<ReturnType<typeof getMeeting>>>;

/** The head of every page of one session. */
export async function MeetingHeader({ meeting, side }: { meeting: Meeting; side: string }) {
  const [t, locale, formats] = await Promise.all([getTranslations(), currentLocale(), getFormats()]);
  const base = `/meetings/${meeting.id}`;
  const title = titleOf(locale, toMeetingTitles(meeting));
  const { can } = meeting;
  return (
    <>
      <PageHeader
        title={title}
        trail={[{ href: "/meetings", label: t("meetings.title") }]}
        beside={<span>{formats.date(meeting.startsOn)}</span>}
        action={
          can.update ? (
            <ButtonLink look="primary" href={`${base}/edit`}>
              {t("meetings.edit")}
            </ButtonLink>
          ) : undefined
        }
        more={
          can.addAgreement || can.addItem ? (
            <>
              <AppLink href={`/agreements/new?meeting=${meeting.id}`}>{t("meetings.addAgreement")}</AppLink>
              <AppLink href={`/action-items/new?meeting=${meeting.id}`}>{t("meetings.addItem")}</AppLink>
            </>
          ) : undefined
        }
      />
      <Tabs
        label={title}
        current={base + side}
        tabs={[
          { href: base, label: t("common.overview") },
          { href: `${base}/minutes`, label: t("meetings.minutes") },
          { href: `${base}/attachments`, label: t("attachments.title") },
          { href: `${base}/history`, label: t("common.history") },
        ]}
      />
    </>
  );
}
