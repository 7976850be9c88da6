import type { ActionItemDto } from "@/lib/domain/action-items/dto";
import { getAgreement } from "@/lib/domain/agreements/queries";
import { toMeetingTitles } from "@/lib/domain/meetings/dto";
import { listMeetingOptions, listOutcomeOptions } from "@/lib/domain/meetings/queries";
import { getProject } from "@/lib/domain/projects/queries";
import { listOwnerOptions } from "@/lib/domain/users/queries";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { todayInZone } from "@/lib/platform/dates/today";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { nameOf, titleOf } from "@/lib/platform/i18n/names";
import { ActionItemForm } from "./action-item-form";

/** The form with what it offers to choose from. `from` says, by ids of an address, where a new one was begun. */
export async function ActionItemFormPage({
  viewer,
  item,
  from = {},
}: {
  viewer: Viewer;
  item?: ActionItemDto;
  from?: { meeting?: string; agreement?: string; project?: string };
}) {
  const { locale } = viewer;
  const [owners, meetings, outcomes, agreement, project] = await Promise.all([
    listOwnerOptions(viewer),
    listMeetingOptions(viewer),
    listOutcomeOptions(viewer),
    item ? item.agreement : getAgreement(viewer, from.agreement ?? ""),
    item ? item.project : getProject(viewer, from.project ?? ""),
  ]);
  const session = meetings.find(({ id }) => id === from.meeting);
  const option = (row: { id: string; titleZh: string | null; titleEn: string | null } | null) =>
    row && { value: row.id, label: titleOf(locale, row) };
  return (
    <ClientMessages namespaces={["action-items"]}>
      <ActionItemForm
        item={item}
        from={{
          raisedOn: session?.startsOn ?? todayInZone(),
          meetingId: session?.id,
          agreementId: agreement?.id,
          projectId: project?.id,
        }}
        owners={owners.map((owner) => ({ value: owner.id, label: owner.name }))}
        meetings={meetings.map((meeting) => ({
          value: meeting.id,
          label: titleOf(locale, toMeetingTitles(meeting)),
        }))}
        outcomes={outcomes.map(({ id, meetingId, textZh, textEn }) => ({
          value: id,
          meetingId,
          label: nameOf(locale, { nameZh: textZh, nameEn: textEn }).slice(0, 120),
        }))}
        agreement={option(agreement)}
        project={option(project)}
      />
    </ClientMessages>
  );
}
