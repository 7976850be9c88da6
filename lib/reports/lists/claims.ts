import "server-only";
import type { ClaimDto } from "@/lib/domain/claims/dto";
import { listClaimIds, listClaimsByIds } from "@/lib/domain/claims/queries";
import { claimListSchema } from "@/lib/domain/claims/schema";
import { nameOf } from "@/lib/platform/i18n/names";
import { parseList } from "@/lib/platform/paging/list-params";
import { withFigures } from "@/lib/reports/claims/facts";
import { claimStateKinds } from "@/lib/reports/claims/state-kinds";
import type { ClaimFigures } from "@/lib/reports/claims/types";
import { recallClaimAlarms } from "@/lib/reports/recall";
import type { List } from "./list";

export type ClaimRow = ClaimDto & { figures: ClaimFigures };

export const claimList: List<ClaimRow> = {
  noun: "claims",
  title: "claims.title",
  href: (claim) => `/claims/${claim.id}`,
  ids: async ({ viewer, values, asOf }) => {
    const params = parseList(claimListSchema, values);
    const alarms = params.alarm ? await recallClaimAlarms(viewer, asOf) : null;
    return listClaimIds(
      viewer,
      params,
      alarms?.map(({ id }) => id),
    );
  },
  rows: async ({ viewer, asOf }, ids) => withFigures(viewer, await listClaimsByIds(viewer, ids), asOf),
  columns: () => [
    { key: "code", header: "claims.code", kind: "TEXT", value: ({ code }) => code, sort: "code" },
    {
      key: "text",
      header: "claims.text",
      kind: "TEXT",
      value: ({ textZh, textEn }, locale) => nameOf(locale, { nameZh: textZh, nameEn: textEn }),
      sort: "text",
      wrap: true,
    },
    {
      key: "publishedOn",
      header: "claims.publishedOn",
      kind: "DATE",
      value: ({ publishedOn }) => publishedOn,
      sort: "publishedOn",
    },
    { key: "asOf", header: "claims.asOf", kind: "DATE", value: ({ asOf }) => asOf, sort: "asOf" },
    {
      key: "state",
      header: "claims.stateLabel",
      kind: "LABEL",
      value: ({ figures }) => `claims.state.${figures.state}`,
      mark: ({ figures }) => claimStateKinds[figures.state],
    },
    {
      key: "signedOffBy",
      header: "claims.signedOffBy",
      kind: "TEXT",
      value: ({ signedOffBy }) => signedOffBy,
    },
    {
      key: "publishedIn",
      header: "claims.publishedIn",
      kind: "TEXT",
      hidden: true,
      value: ({ publishedIn }) => publishedIn,
      wrap: true,
    },
    {
      key: "bindings",
      header: "claims.bindings",
      kind: "COUNT",
      hidden: true,
      value: ({ bindings }) => bindings.length,
    },
    {
      key: "withdrawnOn",
      header: "claims.withdrawnOn",
      kind: "DATE",
      hidden: true,
      value: ({ withdrawnOn }) => withdrawnOn,
    },
  ],
};
