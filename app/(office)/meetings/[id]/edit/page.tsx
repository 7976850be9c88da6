import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { findMeeting } from "@/components/meetings/find-meeting";
import { MeetingFormPage } from "@/components/meetings/meeting-form-page";
import { PageHeader } from "@/components/ui/page-header";
import { toMeetingTitles } from "@/lib/domain/meetings/dto";
import { titleOf } from "@/lib/platform/i18n/names";
import { getTranslations } from "@/lib/platform/i18n/translator";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("meetings"))("edit") };
}

export default async function EditMeetingPage(props: { params: Promise<{ id: string }> }) {
  const [{ id }, t] = await Promise.all([props.params, getTranslations("meetings")]);
  const { viewer, meeting } = await findMeeting(id);
  const { can, ...values } = meeting;
  if (!can.update) forbidden();
  return (
    <>
      <PageHeader
        title={t("edit")}
        trail={[{ href: `/meetings/${id}`, label: titleOf(viewer.locale, toMeetingTitles(meeting)) }]}
      />
      <MeetingFormPage viewer={viewer} meeting={values} />
    </>
  );
}
