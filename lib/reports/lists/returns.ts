import "server-only";
import type { ReturnRowDto } from "@/lib/domain/returns/dto";
import { returnExemptionLabel, returnMarks, returnStateLabel } from "@/lib/domain/returns/labels";
import { listReturnIds, listReturnsByIds } from "@/lib/domain/returns/queries";
import { returnListSchema } from "@/lib/domain/returns/schema";
import { nameOf, titleOf } from "@/lib/platform/i18n/names";
import { parseList } from "@/lib/platform/paging/list-params";
import type { List } from "./list";

export const returnList: List<ReturnRowDto> = {
  noun: "returns",
  title: "returns.title",
  href: ({ id }) => `/returns/${id}`,
  ids: ({ viewer, values }) => listReturnIds(viewer, parseList(returnListSchema, values)),
  rows: ({ viewer }, ids) => listReturnsByIds(viewer, ids),
  columns: () => [
    {
      key: "name",
      header: "returns.firm",
      kind: "TEXT",
      value: ({ enterprise }, locale) => nameOf(locale, enterprise),
      sort: "name",
      wrap: true,
    },
    {
      key: "round",
      header: "returns.round",
      kind: "TEXT",
      value: ({ round }, locale) => titleOf(locale, round),
      wrap: true,
    },
    {
      key: "state",
      header: "returns.stateLabel",
      kind: "LABEL",
      value: ({ state }) => returnStateLabel(state),
      mark: ({ state }) => returnMarks[state],
      sort: "state",
    },
    {
      key: "receivedOn",
      header: "returns.receivedOn",
      kind: "DATE",
      value: ({ receivedOn }) => receivedOn,
      sort: "receivedOn",
    },
    {
      key: "late",
      header: "returns.punctual",
      kind: "LABEL",
      value: ({ late, receivedOn }) => (receivedOn ? (late ? "returns.late" : "returns.inTime") : null),
    },
    {
      key: "onBehalf",
      header: "returns.sentBy",
      kind: "LABEL",
      value: ({ onBehalf, submittedAt }) =>
        submittedAt ? (onBehalf ? "returns.byOffice" : "returns.byFirm") : null,
    },
    {
      key: "exemption",
      header: "returns.exemptionLabel",
      kind: "LABEL",
      value: ({ exemption }) => (exemption ? returnExemptionLabel(exemption) : null),
    },
    {
      key: "park",
      header: "returns.park",
      kind: "TEXT",
      value: ({ parks }, locale) => parks.map((park) => nameOf(locale, park)).join(" · "),
      hidden: true,
    },
    {
      key: "revision",
      header: "returns.revision",
      kind: "COUNT",
      value: ({ revision }) => revision,
      hidden: true,
    },
    {
      key: "openUntil",
      header: "returns.openUntil",
      kind: "DATE",
      value: ({ openUntil }) => openUntil,
      hidden: true,
    },
    {
      key: "exemptReason",
      header: "returns.exemptReason",
      kind: "TEXT",
      value: ({ exemptReason }) => exemptReason,
      hidden: true,
      wrap: true,
    },
  ],
};
