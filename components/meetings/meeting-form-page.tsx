import type { MeetingDetailDto } from "@/lib/domain/meetings/dto";
import { listMeetings, listSeries } from "@/lib/domain/meetings/queries";
import { meetingListSchema } from "@/lib/domain/meetings/schema";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { commonCountries, countryName } from "@/lib/platform/i18n/countries";
import { nameOf } from "@/lib/platform/i18n/names";
import { isId } from "@/lib/platform/values/id";
import { MeetingForm } from "./meeting-form";

/** The form with what it offers to choose from. `seriesId` is the series that a new one belongs to. */
export async function MeetingFormPage({
  viewer,
  meeting,
  seriesId,
}: {
  viewer: Viewer;
  meeting?: MeetingDetailDto;
  seriesId?: string;
}) {
  const { locale } = viewer;
  const series = await listSeries(viewer);
  const [only] = series;
  const chosen = seriesId && isId(seriesId) ? seriesId : series.length === 1 ? only?.id : undefined;
  const known = meeting ? [meeting, ...meeting.attendees].flatMap(({ country }) => country ?? []) : [];
  const codes = new Set<string>([...commonCountries, ...known]);
  return (
    <ClientMessages namespaces={["meetings"]}>
      <MeetingForm
        meeting={meeting}
        next={chosen && !meeting ? { seriesId: chosen, number: await nextNumber(viewer, chosen) } : undefined}
        series={series
          .filter(({ id, endedOn }) => !endedOn || id === meeting?.seriesId)
          .map((one) => ({ value: one.id, label: nameOf(locale, one) }))}
        countries={[...codes].map((code) => ({ value: code, label: countryName(locale, code) ?? code }))}
        firms={(meeting?.attendees ?? []).flatMap(({ enterpriseId, enterprise }) =>
          enterpriseId && enterprise ? [{ value: enterpriseId, label: nameOf(locale, enterprise) }] : [],
        )}
      />
    </ClientMessages>
  );
}

async function nextNumber(viewer: Viewer, series: string): Promise<string> {
  const params = meetingListSchema.parse({ series, sort: "-number", pageSize: 1 });
  const [last] = (await listMeetings(viewer, params)).rows;
  return String((last?.number ?? 0) + 1);
}
