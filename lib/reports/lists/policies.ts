import "server-only";
import type { PolicyDto } from "@/lib/domain/policies/dto";
import { policyKindLabel, policyStateLabel } from "@/lib/domain/policies/labels";
import { listPoliciesByIds, listPolicyIds } from "@/lib/domain/policies/queries";
import { policyListSchema } from "@/lib/domain/policies/schema";
import { nameOf, titleOf } from "@/lib/platform/i18n/names";
import { parseList } from "@/lib/platform/paging/list-params";
import type { List } from "./list";

export const policyList: List<PolicyDto> = {
  noun: "policies",
  title: "policies.title",
  href: (policy) => `/policies/${policy.id}`,
  ids: ({ viewer, values, asOf }) => listPolicyIds(viewer, parseList(policyListSchema, values), asOf),
  rows: ({ viewer, asOf }, ids) => listPoliciesByIds(viewer, ids, asOf),
  columns: () => [
    { key: "code", header: "policies.code", kind: "TEXT", value: ({ code }) => code, sort: "code" },
    {
      key: "title",
      header: "policies.titleLabel",
      kind: "TEXT",
      value: (policy, locale) => titleOf(locale, policy),
      sort: "title",
      wrap: true,
    },
    {
      key: "kind",
      header: "policies.kindLabel",
      kind: "LABEL",
      value: ({ kind }) => policyKindLabel(kind),
      sort: "kind",
    },
    {
      key: "system",
      header: "policies.system",
      kind: "TEXT",
      value: ({ system }, locale) => (system ? titleOf(locale, system) : null),
      wrap: true,
    },
    {
      key: "state",
      header: "policies.stateLabel",
      kind: "LABEL",
      value: ({ state }) => policyStateLabel(state),
      badge: ({ state }) => (state === "IN_FORCE" ? "good" : "neutral"),
    },
    {
      key: "from",
      header: "policies.inForceFrom",
      kind: "DATE",
      value: ({ inForce }) => inForce?.from ?? null,
    },
    { key: "to", header: "policies.inForceTo", kind: "DATE", value: ({ inForce }) => inForce?.to ?? null },
    {
      key: "issuer",
      header: "policies.issuer",
      kind: "TEXT",
      hidden: true,
      value: ({ issuerZh, issuerEn }, locale) => nameOf(locale, { nameZh: issuerZh, nameEn: issuerEn }),
      wrap: true,
    },
    {
      key: "institute",
      header: "policies.institute",
      kind: "TEXT",
      hidden: true,
      value: ({ institute }, locale) => (institute ? nameOf(locale, institute) : null),
      wrap: true,
    },
  ],
};
