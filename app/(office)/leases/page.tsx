import type { Metadata } from "next";
import { GridLink } from "@/components/imports/grid-link";
import { ListPage } from "@/components/lists/list-page";
import { AppLink } from "@/components/ui/app-link";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { leaseStatusLabel } from "@/lib/domain/leases/labels";
import { listLeases } from "@/lib/domain/leases/queries";
import { LEASE_STATUSES } from "@/lib/domain/leases/rules";
import { leaseListSchema } from "@/lib/domain/leases/schema";
import { can } from "@/lib/domain/permissions";
import { requireViewer } from "@/lib/platform/auth/session";
import { asOfFrom } from "@/lib/platform/dates/as-of";
import { getTranslations } from "@/lib/platform/i18n/translator";
import { firstValues, parseList, type SearchParams } from "@/lib/platform/paging/list-params";
import { leaseList } from "@/lib/reports/lists/leases";

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
        more={
          mayCreate ? (
            <>
              {create}
              <GridLink kind="tenancies" searchParams={searchParams} />
            </>
          ) : undefined
        }
      />
      <ListPage
        list={leaseList}
        viewer={viewer}
        asOf={asOf}
        read={() => listLeases(viewer, params, asOf)}
        params={params}
        searchParams={searchParams}
        pathname="/leases"
        fields={[
          { name: "query", label: t("leases.search"), type: "search" },
          { name: "status", label: t("leases.statusLabel"), type: "select", options: statuses },
          { name: "endsBefore", label: t("leases.endsBefore"), type: "date" },
        ]}
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
    </>
  );
}
