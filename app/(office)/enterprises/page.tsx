import type { Metadata } from "next";
import { firmSides } from "@/app/(office)/firm-sides";
import { customFilters } from "@/components/custom-fields/custom-filters";
import { FirmTabs } from "@/components/enterprises/firm-tabs";
import { GridLink } from "@/components/imports/grid-link";
import { ListPage } from "@/components/lists/list-page";
import { AppLink } from "@/components/ui/app-link";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { getCustomAsk } from "@/lib/domain/custom-fields/queries";
import { clusterLabel, stageLabel } from "@/lib/domain/enterprises/labels";
import { listEnterprises } from "@/lib/domain/enterprises/queries-list";
import { clusters, enterpriseListSchema, enterpriseStages } from "@/lib/domain/enterprises/schema";
import { can } from "@/lib/domain/permissions";
import { requireViewer } from "@/lib/platform/auth/session";
import { asOfFrom } from "@/lib/platform/dates/as-of";
import { getTranslations } from "@/lib/platform/i18n/translator";
import { firstValues, parseList, type SearchParams } from "@/lib/platform/paging/list-params";
import { enterpriseList } from "@/lib/reports/lists/enterprises";

const filters = ["query", "cluster", "stage", "missing", "park", "country", "tag"];

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
  const values = firstValues(searchParams);
  const create = (look: "primary" | "plain") =>
    can(viewer, "enterprises.create") ? (
      <ButtonLink look={look} href="/enterprises/new">
        {t("enterprises.new")}
      </ButtonLink>
    ) : undefined;
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
        action={create("primary")}
        more={
          can(viewer, "enterprises.merge") ? (
            <>
              <AppLink href="/enterprises/duplicates">{t("enterprises.duplicates.link")}</AppLink>
              <GridLink kind="enterprises" searchParams={searchParams} />
            </>
          ) : undefined
        }
      />
      <FirmTabs sides={firmSides(viewer)} current="enterprises" />
      <ListPage
        list={enterpriseList}
        viewer={viewer}
        asOf={asOf}
        read={() => listEnterprises(viewer, params, asOf, custom)}
        params={params}
        searchParams={searchParams}
        pathname="/enterprises"
        select={can(viewer, "enterprises.changeMany")}
        fields={[
          { name: "query", label: t("enterprises.search"), type: "search" },
          { name: "cluster", label: t("enterprises.clusterLabel"), type: "select", options: clusterOptions },
          { name: "stage", label: t("enterprises.stageLabel"), type: "select", options: stageOptions },
          { name: "missing", label: t("enterprises.missing"), type: "select", options: missing },
          { name: "tag", label: t("enterprises.tag"), type: "text" },
        ]}
        more={{
          title: t("custom-fields.further"),
          fields: await customFilters(viewer.locale, custom.fields),
        }}
        empty={
          filters.some((name) => values[name]) || custom.filters.length > 0 ? (
            <EmptyState title={t("enterprises.noneMatch")} />
          ) : (
            <EmptyState
              title={t("enterprises.emptyTitle")}
              text={t("enterprises.emptyText")}
              action={create("plain")}
            />
          )
        }
      />
    </>
  );
}
