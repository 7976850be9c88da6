import type { Metadata } from "next";
import { ListPage } from "@/components/lists/list-page";
import { PromiseTabs } from "@/components/promises/promise-tabs";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/domain/permissions";
import { policyKindLabel, policyStateLabel } from "@/lib/domain/policies/labels";
import { listPolicies } from "@/lib/domain/policies/queries";
import { policyKinds, policyListSchema, policyStates } from "@/lib/domain/policies/schema";
import { requireViewer } from "@/lib/platform/auth/session";
import { reachesZone } from "@/lib/platform/auth/viewer";
import { asOfFrom } from "@/lib/platform/dates/as-of";
import { getTranslations } from "@/lib/platform/i18n/translator";
import { firstValues, parseList, type SearchParams } from "@/lib/platform/paging/list-params";
import { policyList } from "@/lib/reports/lists/policies";
import { promiseSides } from "../promise-sides";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("policies"))("title") };
}

export default async function PoliciesPage(props: { searchParams: Promise<SearchParams> }) {
  const [viewer, searchParams, t, all] = await Promise.all([
    requireViewer(),
    props.searchParams,
    getTranslations("policies"),
    getTranslations(),
  ]);
  const params = parseList(policyListSchema, searchParams);
  const asOf = asOfFrom(searchParams);
  const narrowed = Object.keys(firstValues(searchParams)).some((name) =>
    ["query", "kind", "state", "system", "institute"].includes(name),
  );
  const add =
    can(viewer, "policies.create") && reachesZone(viewer) ? (
      <ButtonLink look="primary" href="/policies/new">
        {t("new")}
      </ButtonLink>
    ) : undefined;
  return (
    <>
      <PageHeader title={t("title")} action={add} />
      <PromiseTabs sides={promiseSides(viewer)} current="policies" />
      <ListPage
        list={policyList}
        viewer={viewer}
        asOf={asOf}
        read={() => listPolicies(viewer, params, asOf)}
        params={params}
        searchParams={searchParams}
        pathname="/policies"
        fields={[
          { name: "query", label: t("search"), type: "search" },
          {
            name: "state",
            label: t("stateLabel"),
            type: "select",
            options: policyStates.map((state) => ({ value: state, label: all(policyStateLabel(state)) })),
          },
          {
            name: "kind",
            label: t("kindLabel"),
            type: "select",
            options: policyKinds.map((kind) => ({ value: kind, label: all(policyKindLabel(kind)) })),
          },
        ]}
        empty={
          narrowed ? (
            <EmptyState title={t("noneMatch")} />
          ) : (
            <EmptyState title={t("emptyTitle")} text={t("emptyText")} action={add} />
          )
        }
      />
    </>
  );
}
