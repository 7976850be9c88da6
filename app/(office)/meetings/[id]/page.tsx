import type { Metadata } from "next";
import { findMeeting } from "@/components/meetings/find-meeting";
import { MeetingFacts } from "@/components/meetings/meeting-facts";
import { MeetingHeader } from "@/components/meetings/meeting-header";
import { readSession } from "@/components/meetings/read-session";
import { toMeetingTitles } from "@/lib/domain/meetings/dto";
import { asOfFrom } from "@/lib/platform/dates/as-of";
import { titleOf } from "@/lib/platform/i18n/names";
import type { SearchParams } from "@/lib/platform/paging/list-params";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { viewer, meeting } = await findMeeting((await props.params).id);
  return { title: titleOf(viewer.locale, toMeetingTitles(meeting)) };
}

export default async function MeetingPage(props: Props) {
  const [{ id }, searchParams] = await Promise.all([props.params, props.searchParams]);
  const { viewer, meeting } = await findMeeting(id);
  return (
    <>
      <MeetingHeader meeting={meeting} side="" />
      <MeetingFacts meeting={meeting} {...(await readSession(viewer, meeting, asOfFrom(searchParams)))} />
    </>
  );
}
