import "server-only";
import type { ChangeRequestDto } from "@/lib/domain/change-requests/dto";
import { fieldLabel, requestStateLabel } from "@/lib/domain/change-requests/labels";
import { listChangeRequestIds, listChangeRequestsByIds } from "@/lib/domain/change-requests/queries";
import { changeRequestListSchema } from "@/lib/domain/change-requests/schema";
import { nameOf, titleOf } from "@/lib/platform/i18n/names";
import { parseList } from "@/lib/platform/paging/list-params";
import type { StatusKind } from "@/lib/platform/values/status-kind";
import type { List } from "./list";

const kinds: Record<ChangeRequestDto["state"], StatusKind> = {
  OPEN: "atRisk",
  RETURNED: "silent",
  DECIDED: "done",
  WITHDRAWN: "ended",
};

export const changeRequestList: List<ChangeRequestDto> = {
  noun: "change-requests",
  title: "change-requests.title",
  href: (request) => `/change-requests/${request.id}`,
  ids: ({ viewer, values }) => listChangeRequestIds(viewer, parseList(changeRequestListSchema, values)),
  rows: ({ viewer }, ids) => listChangeRequestsByIds(viewer, ids),
  columns: ({ say }) => [
    {
      key: "firm",
      header: "change-requests.firm",
      kind: "TEXT",
      value: ({ enterprise }, locale) => nameOf(locale, enterprise),
      sort: "firm",
      wrap: true,
    },
    {
      key: "subject",
      header: "change-requests.subjectLabel",
      kind: "TEXT",
      value: ({ subject, milestone, commitment }, locale) =>
        titleOf(locale, milestone ?? commitment ?? { titleZh: null, titleEn: null }) ||
        say(`change-requests.subject.${subject}`),
      wrap: true,
    },
    {
      key: "fields",
      header: "change-requests.fields",
      kind: "TEXT",
      value: ({ fields }) => [...new Set(fields.map(({ field }) => say(fieldLabel(field))))].join(" · "),
      wrap: true,
    },
    {
      key: "askedAt",
      header: "change-requests.askedAt",
      kind: "DATE",
      value: ({ askedOn }) => askedOn,
      sort: "askedAt",
    },
    { key: "days", header: "change-requests.days", kind: "COUNT", value: ({ days }) => days },
    {
      key: "state",
      header: "change-requests.stateLabel",
      kind: "LABEL",
      value: ({ state }) => requestStateLabel(state),
      mark: ({ state }) => kinds[state],
    },
    { key: "owner", header: "change-requests.owner", kind: "TEXT", value: ({ owner }) => owner },
    {
      key: "askedBy",
      header: "change-requests.askedBy",
      kind: "TEXT",
      hidden: true,
      value: ({ askedByName }) => askedByName,
    },
    {
      key: "decidedBy",
      header: "change-requests.decidedBy",
      kind: "TEXT",
      hidden: true,
      value: ({ decidedBy }) => decidedBy,
    },
  ],
};
