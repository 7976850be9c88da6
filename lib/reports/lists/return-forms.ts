import "server-only";
import type { ReturnFormDto } from "@/lib/domain/return-forms/dto";
import { listReturnFormIds, listReturnFormsByIds } from "@/lib/domain/return-forms/queries";
import { returnFormListSchema } from "@/lib/domain/return-forms/schema";
import { titleOf } from "@/lib/platform/i18n/names";
import { parseList } from "@/lib/platform/paging/list-params";
import type { List } from "./list";

export const returnFormList: List<ReturnFormDto> = {
  noun: "return-forms",
  title: "return-forms.title",
  href: ({ id }) => `/return-forms/${id}`,
  ids: ({ viewer, values }) => listReturnFormIds(viewer, parseList(returnFormListSchema, values)),
  rows: ({ viewer }, ids) => listReturnFormsByIds(viewer, ids),
  columns: () => [
    { key: "code", header: "return-forms.code", kind: "TEXT", value: ({ code }) => code, sort: "code" },
    {
      key: "title",
      header: "return-forms.titleLabel",
      kind: "TEXT",
      value: (form, locale) => titleOf(locale, form),
      wrap: true,
    },
    {
      key: "months",
      header: "return-forms.months",
      kind: "LABEL",
      value: ({ months }) => `return-forms.everyMonths.${months}`,
    },
    {
      key: "questions",
      header: "return-forms.questions",
      kind: "COUNT",
      value: ({ versions }) => versions[0]?.questions ?? 0,
    },
    {
      key: "versions",
      header: "return-forms.versions",
      kind: "COUNT",
      value: ({ versions }) => versions.length,
    },
    {
      key: "state",
      header: "return-forms.state",
      kind: "LABEL",
      value: ({ retiredOn }) => (retiredOn ? "return-forms.retired" : "return-forms.current"),
      mark: ({ retiredOn }) => (retiredOn ? "ended" : "onTrack"),
    },
  ],
};
