import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LeaseTable } from "@/components/leases/lease-table";
import { AppLink } from "@/components/ui/app-link";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar } from "@/components/ui/filter-bar";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { leaseStatusLabel } from "@/lib/domain/leases/labels";
import { listLeases } from "@/lib/domain/leases/queries";
import { LEASE_STATUSES } from "@/lib/domain/leases/rules";
import { leaseListSchema } from "@/lib/domain/leases/schema";
import { can } from "@/lib/domain/permissions";
import { requireViewer } from "@/lib/platform/auth/session";
import { asOfFrom } from "@/lib/platform/dates/as-of";
import { firstValues, parseList, type SearchParams } from "@/lib/platform/paging/list-params";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("leases"))("title") };
}

export default async function LeasesPage(props: { searchParams: Promise<SearchParams> }) {
  const [viewer, searchParams, t] = await Promise.all([
    requireViewer(),
    props.searchParams,
    getTranslations(),
  ]);
  const params = parseList(leaseListSchema, searchParams);
  const asOf = asOfFrom(searchParams);
  const { rows, total } = await listLeases(viewer, params, asOf);
  const mayCreate = can(viewer, "leases.create");
  const log = (
    <ButtonLink look="primary" href="/leases/log">
      {t("leases.log")}
    </ButtonLink>
  );
  const create = <AppLink href="/leases/new">{t("leases.new")}</AppLink>;
  const values = firstValues(searchParams);
  const narrowed = ["query", "status", "park", "building", "enterprise", "endsBefore"].some(
    (name) => values[name],
  );
  const statuses = LEASE_STATUSES.map((value) => ({ value, label: t(leaseStatusLabel(value)) }));
  return (
    <>
      <PageHeader
        title={t("leases.title")}
        action={mayCreate ? log : undefined}
        more={mayCreate ? create : undefined}
      />
      <FilterBar
        pathname="/leases"
        searchParams={searchParams}
        fields={[
          { name: "query", label: t("leases.search"), type: "search" },
          { name: "status", label: t("leases.statusLabel"), type: "select", options: statuses },
          { name: "endsBefore", label: t("leases.endsBefore"), type: "date" },
        ]}
      />
      <LeaseTable
        viewer={viewer}
        asOf={asOf}
        rows={rows}
        sort={params.sort}
        searchParams={searchParams}
        pathname="/leases"
        empty={
          narrowed ? (
            <EmptyState title={t("leases.noneMatch")} />
          ) : (
            <EmptyState
              title={t("leases.emptyTitle")}
              text={t("leases.emptyText")}
              action={mayCreate ? log : undefined}
            />
          )
        }
      />
      <Pager
        page={params.page}
        pageSize={params.pageSize}
        total={total}
        searchParams={searchParams}
        pathname="/leases"
        exportAt="/leases/export"
      />
    </>
  );
}
