import "server-only";
import type { RoundDto } from "@/lib/domain/return-rounds/dto";
import { roundStandingLabel, roundStateLabel } from "@/lib/domain/return-rounds/labels";
import { listRoundIds, listRoundsByIds } from "@/lib/domain/return-rounds/queries";
import { roundListSchema } from "@/lib/domain/return-rounds/schema";
import { nameOf, titleOf } from "@/lib/platform/i18n/names";
import { parseList } from "@/lib/platform/paging/list-params";
import type { List } from "./list";

const marks = { PLANNED: "silent", OPEN: "onTrack", CLOSED: "done" } as const;

export const roundList: List<RoundDto> = {
  noun: "return-rounds",
  title: "return-rounds.title",
  href: ({ id }) => `/return-rounds/${id}`,
  ids: ({ viewer, values }) => listRoundIds(viewer, parseList(roundListSchema, values)),
  rows: ({ viewer }, ids) => listRoundsByIds(viewer, ids),
  columns: () => [
    { key: "code", header: "return-rounds.code", kind: "TEXT", value: ({ code }) => code, sort: "code" },
    {
      key: "title",
      header: "return-rounds.titleLabel",
      kind: "TEXT",
      value: (round, locale) => titleOf(locale, round),
      wrap: true,
    },
    {
      key: "referenceOn",
      header: "return-rounds.referenceOn",
      kind: "DATE",
      value: ({ referenceOn }) => referenceOn,
      sort: "referenceOn",
    },
    { key: "dueOn", header: "return-rounds.dueOn", kind: "DATE", value: ({ dueOn }) => dueOn, sort: "dueOn" },
    {
      key: "park",
      header: "return-rounds.park",
      kind: "TEXT",
      value: ({ park }, locale) => (park ? nameOf(locale, park) : null),
    },
    {
      key: "state",
      header: "return-rounds.stateLabel",
      kind: "LABEL",
      value: ({ state }) => roundStateLabel(state),
      mark: ({ state }) => marks[state],
    },
    {
      key: "standing",
      header: "return-rounds.standingLabel",
      kind: "LABEL",
      value: ({ standing }) => roundStandingLabel(standing),
    },
    {
      key: "form",
      header: "return-rounds.form",
      kind: "TEXT",
      value: ({ form, formNumber }) => `${form.code} · ${formNumber}`,
      hidden: true,
    },
    { key: "owner", header: "return-rounds.owner", kind: "TEXT", value: ({ owner }) => owner, hidden: true },
    {
      key: "closesOn",
      header: "return-rounds.closesOn",
      kind: "DATE",
      value: ({ closesOn }) => closesOn,
      hidden: true,
    },
  ],
};
