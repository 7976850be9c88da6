import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { firmSides } from "@/app/(office)/firm-sides";
import { FirmTabs } from "@/components/enterprises/firm-tabs";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar } from "@/components/ui/filter-bar";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { joinStateLabels } from "@/lib/domain/memberships/labels";
import { listJoinRequests } from "@/lib/domain/memberships/queries";
import { joinStates, membershipListSchema } from "@/lib/domain/memberships/schema";
import { can } from "@/lib/domain/permissions";
import { requireViewer } from "@/lib/platform/auth/session";
import { nameOf } from "@/lib/platform/i18n/names";
import { getFormats, getTranslations } from "@/lib/platform/i18n/translator";
import { parseList, type SearchParams } from "@/lib/platform/paging/list-params";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("memberships"))("title") };
}

/** Who says that they act for a firm, and waits for the office's word. */
export default async function MembershipsPage(props: { searchParams: Promise<SearchParams> }) {
  const [viewer, searchParams, t, formats] = await Promise.all([
    requireViewer(),
    props.searchParams,
    getTranslations(),
    getFormats(),
  ]);
  if (!can(viewer, "memberships.confirm")) forbidden();
  const params = parseList(membershipListSchema, searchParams);
  const { rows, total } = await listJoinRequests(viewer, params);
  const narrowed = params.query !== "" || params.state !== undefined;
  return (
    <>
      <PageHeader title={t("memberships.title")} />
      <FirmTabs sides={firmSides(viewer)} current="memberships" />
      <FilterBar
        pathname="/memberships"
        searchParams={searchParams}
        fields={[
          { name: "query", label: t("memberships.search"), type: "search" },
          {
            name: "state",
            label: t("memberships.stateLabel"),
            type: "select",
            options: joinStates.map((value) => ({ value, label: t(joinStateLabels[value]) })),
          },
        ]}
      />
      <DataTable
        label={t("memberships.title")}
        rows={rows}
        rowKey={(request) => request.id}
        rowHref={(request) => `/memberships/${request.id}`}
        sort={params.sort}
        searchParams={searchParams}
        pathname="/memberships"
        empty={
          narrowed ? (
            <EmptyState title={t("memberships.noneMatch")} />
          ) : (
            <EmptyState title={t("memberships.emptyTitle")} text={t("memberships.emptyText")} />
          )
        }
        columns={[
          { key: "name", header: t("memberships.name"), cell: (request) => request.name, wrap: true },
          { key: "email", header: t("memberships.email"), cell: (request) => request.email },
          {
            key: "identifier",
            header: t("memberships.identifier"),
            cell: (request) => request.identifierValue,
            tabular: true,
          },
          {
            key: "firm",
            header: t("memberships.firm"),
            wrap: true,
            cell: ({ enterprise }) =>
              enterprise ? nameOf(viewer.locale, enterprise) : t("memberships.firmUnknown"),
          },
          {
            key: "createdAt",
            header: t("memberships.askedOn"),
            sort: "createdAt",
            cell: (request) => formats.dateTime(request.createdAt),
          },
          {
            key: "state",
            header: t("memberships.stateLabel"),
            cell: (request) => t(joinStateLabels[request.state]),
          },
        ]}
      />
      <Pager
        page={params.page}
        pageSize={params.pageSize}
        total={total}
        searchParams={searchParams}
        pathname="/memberships"
      />
    </>
  );
}
