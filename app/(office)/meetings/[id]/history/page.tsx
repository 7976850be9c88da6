import type { Metadata } from "next";
import { RecordHistory } from "@/components/history/record-history";
import { findMeeting } from "@/components/meetings/find-meeting";
import { MeetingHeader } from "@/components/meetings/meeting-header";
import { toMeetingTitles } from "@/lib/domain/meetings/dto";
import { listHistory } from "@/lib/platform/change-sets/history";
import { titleOf } from "@/lib/platform/i18n/names";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { viewer, meeting } = await findMeeting((await props.params).id);
  return { title: titleOf(viewer.locale, toMeetingTitles(meeting)) };
}

export default async function MeetingHistoryPage(props: Props) {
  const { id } = await props.params;
  const { meeting } = await findMeeting(id);
  return (
    <>
      <MeetingHeader meeting={meeting} side="/history" />
      <RecordHistory entries={await listHistory([id])} noun="meetings" />
    </>
  );
}
