import { AppLink } from "@/components/ui/app-link";
import { DataTable } from "@/components/ui/data-table";
import { StatusMark } from "@/components/ui/status-mark";
import type { ActionItemDto } from "@/lib/domain/action-items/dto";
import { actionItemMarks, actionItemStateLabel } from "@/lib/domain/action-items/labels";
import { toMeetingTitles } from "@/lib/domain/meetings/dto";
import { titleOf } from "@/lib/platform/i18n/names";
import { currentLocale, getFormats, getTranslations } from "@/lib/platform/i18n/translator";

/** Action items beside what they belong to; where they were raised is said unless the page says it. */
export async function ItemTable(props: { label: string; items: ActionItemDto[]; raisedAt?: boolean }) {
  const [t, locale, formats] = await Promise.all([getTranslations(), currentLocale(), getFormats()]);
  return (
    <DataTable
      label={props.label}
      rows={props.items}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "title",
          header: t("action-items.titleLabel"),
          wrap: true,
          cell: (item) => <AppLink href={`/action-items/${item.id}`}>{titleOf(locale, item)}</AppLink>,
        },
        {
          key: "state",
          header: t("action-items.stateLabel"),
          cell: ({ state }) =>
            state ? (
              <StatusMark kind={actionItemMarks[state]} label={t(actionItemStateLabel(state))} />
            ) : (
              t(actionItemStateLabel("UNRAISED"))
            ),
        },
        { key: "owner", header: t("action-items.owner"), cell: ({ owner }) => owner },
        { key: "dueOn", header: t("action-items.dueOn"), cell: ({ dueOn }) => formats.date(dueOn) },
        ...(props.raisedAt
          ? [
              {
                key: "meeting",
                header: t("meetings.raisedAt"),
                wrap: true,
                cell: ({ meeting }: ActionItemDto) => meeting && titleOf(locale, toMeetingTitles(meeting)),
              },
            ]
          : []),
        {
          key: "result",
          header: t("meetings.becameOf"),
          wrap: true,
          cell: ({ state, doneOn, droppedOn, result }) =>
            state === "DONE" || state === "DROPPED"
              ? `${formats.date(doneOn ?? droppedOn)} · ${result ?? ""}`
              : null,
        },
      ]}
    />
  );
}
