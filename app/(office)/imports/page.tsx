import type { Metadata } from "next";
import { ButtonLink } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar } from "@/components/ui/filter-bar";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { listImports } from "@/lib/domain/imports/queries";
import { importKinds, importListSchema } from "@/lib/domain/imports/schema";
import { requireViewer } from "@/lib/platform/auth/session";
import { getFormats, getTranslations } from "@/lib/platform/i18n/translator";
import { parseList, type SearchParams } from "@/lib/platform/paging/list-params";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("imports"))("title") };
}

export default async function ImportsPage(props: { searchParams: Promise<SearchParams> }) {
  const [viewer, searchParams, t, formats] = await Promise.all([
    requireViewer(),
    props.searchParams,
    getTranslations("imports"),
    getFormats(),
  ]);
  const params = parseList(importListSchema, searchParams);
  const { rows, total } = await listImports(viewer, params);
  const bring = (
    <ButtonLink look="primary" href="/imports/new">
      {t("new")}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader title={t("title")} action={bring} />
      <FilterBar
        pathname="/imports"
        searchParams={searchParams}
        fields={[
          {
            name: "kind",
            label: t("kindLabel"),
            type: "select",
            options: importKinds.map((value) => ({ value, label: t(`kind.${value}`) })),
          },
        ]}
      />
      <DataTable
        label={t("title")}
        rows={rows}
        rowKey={(row) => row.id}
        rowHref={(row) => `/imports/${row.id}`}
        sort={params.sort}
        searchParams={searchParams}
        pathname="/imports"
        empty={
          params.kind ? (
            <EmptyState title={t("noneMatch")} />
          ) : (
            <EmptyState title={t("emptyTitle")} text={t("emptyText")} action={bring} />
          )
        }
        columns={[
          { key: "file", header: t("file"), wrap: true, cell: (row) => row.fileName },
          { key: "kind", header: t("kindLabel"), cell: (row) => t(`kind.${row.kind}`) },
          {
            key: "when",
            header: t("when"),
            sort: "createdAt",
            cell: (row) => formats.dateTime(row.createdAt),
          },
          { key: "who", header: t("who"), cell: (row) => row.createdByName },
          { key: "rows", header: t("rows"), align: "end", cell: (row) => formats.count(row.rows) },
          {
            key: "created",
            header: t("counts.created"),
            align: "end",
            cell: (row) => formats.count(row.created),
          },
          {
            key: "updated",
            header: t("counts.updated"),
            align: "end",
            cell: (row) => formats.count(row.updated),
          },
          {
            key: "failed",
            header: t("counts.failed"),
            align: "end",
            cell: (row) => formats.count(row.failed),
          },
          { key: "status", header: t("statusLabel"), cell: (row) => t(`status.${row.status}`) },
        ]}
      />
      <Pager
        page={params.page}
        pageSize={params.pageSize}
        total={total}
        searchParams={searchParams}
        pathname="/imports"
      />
    </>
  );
}
