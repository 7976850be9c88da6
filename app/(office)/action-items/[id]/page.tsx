import type { Metadata } from "next";
import { ActionItemHeader } from "@/components/action-items/action-item-header";
import { findActionItem } from "@/components/action-items/find-action-item";
import { AppLink } from "@/components/ui/app-link";
import { DescriptionList } from "@/components/ui/description-list";
import { StatusMark } from "@/components/ui/status-mark";
import { actionItemMarks, actionItemStateLabel } from "@/lib/domain/action-items/labels";
import { actionItemState } from "@/lib/domain/action-items/rules";
import { toMeetingTitles } from "@/lib/domain/meetings/dto";
import { asOfFrom } from "@/lib/platform/dates/as-of";
import { nameOf, titleOf } from "@/lib/platform/i18n/names";
import { getFormats, getTranslations } from "@/lib/platform/i18n/translator";
import type { SearchParams } from "@/lib/platform/paging/list-params";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { viewer, item } = await findActionItem((await props.params).id);
  return { title: titleOf(viewer.locale, item) };
}

export default async function ActionItemPage(props: Props) {
  const [{ id }, searchParams, t, formats] = await Promise.all([
    props.params,
    props.searchParams,
    getTranslations(),
    getFormats(),
  ]);
  const { viewer, item } = await findActionItem(id);
  const { locale } = viewer;
  const { meeting, outcome, agreement, project } = item;
  const state = actionItemState(item, asOfFrom(searchParams));
  return (
    <>
      <ActionItemHeader item={item} side="" />
      <DescriptionList
        items={[
          {
            label: t("action-items.stateLabel"),
            value: state ? (
              <StatusMark kind={actionItemMarks[state]} label={t(actionItemStateLabel(state))} />
            ) : (
              t(actionItemStateLabel("UNRAISED"))
            ),
          },
          { label: t("action-items.owner"), value: item.owner },
          { label: t("action-items.raisedOn"), value: formats.date(item.raisedOn) },
          { label: t("action-items.dueOn"), value: item.dueOn && formats.date(item.dueOn) },
          { label: t("action-items.doneOn"), value: item.doneOn && formats.date(item.doneOn) },
          { label: t("action-items.droppedOn"), value: item.droppedOn && formats.date(item.droppedOn) },
          { label: t("action-items.result"), value: item.result },
          {
            label: t("action-items.meeting"),
            value: meeting && (
              <AppLink href={`/meetings/${meeting.id}`}>{titleOf(locale, toMeetingTitles(meeting))}</AppLink>
            ),
          },
          {
            label: t("action-items.outcome"),
            value: outcome && nameOf(locale, { nameZh: outcome.textZh, nameEn: outcome.textEn }),
          },
          {
            label: t("action-items.agreement"),
            value: agreement && (
              <AppLink href={`/agreements/${agreement.id}`}>{titleOf(locale, agreement)}</AppLink>
            ),
          },
          {
            label: t("action-items.project"),
            value: project && <AppLink href={`/projects/${project.id}`}>{titleOf(locale, project)}</AppLink>,
          },
          { label: t("action-items.note"), value: item.note },
        ]}
      />
    </>
  );
}
