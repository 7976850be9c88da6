import "server-only";
import type { ActionItemDto } from "@/lib/domain/action-items/dto";
import { actionItemMarks, actionItemStateLabel } from "@/lib/domain/action-items/labels";
import { listActionItemIds, listActionItemsByIds } from "@/lib/domain/action-items/queries";
import { actionItemListSchema } from "@/lib/domain/action-items/schema";
import { toMeetingTitles } from "@/lib/domain/meetings/dto";
import { titleOf } from "@/lib/platform/i18n/names";
import { parseList } from "@/lib/platform/paging/list-params";
import type { List } from "./list";

export const actionItemList: List<ActionItemDto> = {
  noun: "action-items",
  title: "action-items.title",
  href: (item) => `/action-items/${item.id}`,
  ids: ({ viewer, values, asOf }) => listActionItemIds(viewer, parseList(actionItemListSchema, values), asOf),
  rows: ({ viewer, asOf }, ids) => listActionItemsByIds(viewer, ids, asOf),
  columns: () => [
    {
      key: "title",
      header: "action-items.titleLabel",
      kind: "TEXT",
      value: (item, locale) => titleOf(locale, item),
      wrap: true,
    },
    {
      key: "number",
      header: "action-items.number",
      kind: "TEXT",
      value: ({ number }) => String(number),
      sort: "number",
    },
    {
      key: "state",
      header: "action-items.stateLabel",
      kind: "LABEL",
      value: ({ state }) => actionItemStateLabel(state ?? "UNRAISED"),
      mark: ({ state }) => (state ? actionItemMarks[state] : "vacant"),
    },
    { key: "dueOn", header: "action-items.dueOn", kind: "DATE", value: ({ dueOn }) => dueOn, sort: "dueOn" },
    { key: "owner", header: "action-items.owner", kind: "TEXT", value: ({ owner }) => owner },
    {
      key: "agreement",
      header: "action-items.agreement",
      kind: "TEXT",
      value: ({ agreement }, locale) => agreement && titleOf(locale, agreement),
      wrap: true,
    },
    {
      key: "project",
      header: "action-items.project",
      kind: "TEXT",
      value: ({ project }, locale) => project && titleOf(locale, project),
      wrap: true,
    },
    {
      key: "meeting",
      header: "action-items.meeting",
      kind: "TEXT",
      value: ({ meeting }, locale) => meeting && titleOf(locale, toMeetingTitles(meeting)),
      wrap: true,
    },
    {
      key: "raisedOn",
      header: "action-items.raisedOn",
      kind: "DATE",
      value: ({ raisedOn }) => raisedOn,
      sort: "raisedOn",
    },
    {
      key: "doneOn",
      header: "action-items.doneOn",
      kind: "DATE",
      hidden: true,
      value: ({ doneOn }) => doneOn,
    },
    {
      key: "result",
      header: "action-items.result",
      kind: "TEXT",
      hidden: true,
      value: ({ result }) => result,
      wrap: true,
    },
  ],
};
