import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { customFilters } from "@/components/custom-fields/custom-filters";
import { EnterpriseTable } from "@/components/enterprises/enterprise-table";
import { AppLink } from "@/components/ui/app-link";
import { ButtonLink } from "@/components/ui/button";
import { FilterBar } from "@/components/ui/filter-bar";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { getCustomAsk } from "@/lib/domain/custom-fields/queries";
import { clusterLabel, stageLabel } from "@/lib/domain/enterprises/labels";
import { listEnterprises } from "@/lib/domain/enterprises/queries-list";
import { clusters, enterpriseListSchema, enterpriseStages } from "@/lib/domain/enterprises/schema";
import { can } from "@/lib/domain/permissions";
import { requireViewer } from "@/lib/platform/auth/session";
import { asOfFrom } from "@/lib/platform/dates/as-of";
import { firstValues, parseList, type SearchParams } from "@/lib/platform/paging/list-params";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("enterprises"))("title") };
}

export default async function EnterprisesPage(props: { searchParams: Promise<SearchParams> }) {
  const [viewer, searchParams, t] = await Promise.all([
    requireViewer(),
    props.searchParams,
    getTranslations(),
  ]);
  const params = parseList(enterpriseListSchema, searchParams);
  const asOf = asOfFrom(searchParams);
  const custom = await getCustomAsk(viewer, "ENTERPRISE", firstValues(searchParams));
  const { rows, total } = await listEnterprises(viewer, params, asOf, custom);
  const mayCreate = can(viewer, "enterprises.create");
  const clusterOptions = clusters.map((value) => ({ value, label: t(clusterLabel(value)) }));
  const stageOptions = enterpriseStages.map((value) => ({ value, label: t(stageLabel(value)) }));
  const missing = [
    { value: "identifier", label: t("enterprises.missingIdentifier") },
    { value: "headcount", label: t("enterprises.missingHeadcount") },
  ];
  return (
    <>
      <PageHeader
        title={t("enterprises.title")}
        action={
          mayCreate ? (
            <ButtonLink look="primary" href="/enterprises/new">
              {t("enterprises.new")}
            </ButtonLink>
          ) : undefined
        }
        more={
          can(viewer, "enterprises.merge") ? (
            <AppLink href="/enterprises/duplicates">{t("enterprises.duplicates.link")}</AppLink>
          ) : undefined
        }
      />
      <FilterBar
        pathname="/enterprises"
        searchParams={searchParams}
        fields={[
          { name: "query", label: t("enterprises.search"), type: "search" },
          { name: "cluster", label: t("enterprises.clusterLabel"), type: "select", options: clusterOptions },
          { name: "stage", label: t("enterprises.stageLabel"), type: "select", options: stageOptions },
          { name: "missing", label: t("enterprises.missing"), type: "select", options: missing },
        ]}
        more={{
          title: t("custom-fields.further"),
          fields: await customFilters(viewer.locale, custom.fields),
        }}
      />
      <EnterpriseTable
        viewer={viewer}
        asOf={asOf}
        rows={rows}
        sort={params.sort}
        searchParams={searchParams}
        mayCreate={mayCreate}
        narrowed={custom.filters.length > 0}
      />
      <Pager
        page={params.page}
        pageSize={params.pageSize}
        total={total}
        searchParams={searchParams}
        pathname="/enterprises"
        exportAt="/enterprises/export"
      />
    </>
  );
}
