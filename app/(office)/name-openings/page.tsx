import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { AppLink } from "@/components/ui/app-link";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { purposeLabel } from "@/lib/domain/name-openings/labels";
import { listNameOpenings } from "@/lib/domain/name-openings/queries";
import { nameOpeningListSchema } from "@/lib/domain/name-openings/schema";
import { can } from "@/lib/domain/permissions";
import { requireViewer } from "@/lib/platform/auth/session";
import { nameOf } from "@/lib/platform/i18n/names";
import { getFormats, getTranslations } from "@/lib/platform/i18n/translator";
import { parseList, type SearchParams } from "@/lib/platform/paging/list-params";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("name-openings"))("title") };
}

/** Who opened the names of rosters, for the administrator. */
export default async function NameOpeningsPage(props: { searchParams: Promise<SearchParams> }) {
  const [viewer, searchParams, t, formats] = await Promise.all([
    requireViewer(),
    props.searchParams,
    getTranslations(),
    getFormats(),
  ]);
  if (!can(viewer, "name-openings.read")) forbidden();
  const params = parseList(nameOpeningListSchema, searchParams);
  const { rows, total } = await listNameOpenings(viewer, params);
  const shown = ({ pages, files, answers }: (typeof rows)[number]) =>
    Object.entries({ pages, files, answers })
      .filter(([, count]) => count > 0)
      .map(([what, count]) => t(`name-openings.${what}`, { count }))
      .join(" · ");
  return (
    <>
      <PageHeader
        title={t("name-openings.title")}
        trail={[{ href: "/settings", label: t("settings.title") }]}
      />
      <DataTable
        label={t("name-openings.title")}
        rows={rows}
        rowKey={(row) => row.id}
        sort={params.sort}
        searchParams={searchParams}
        pathname="/name-openings"
        empty={<EmptyState title={t("name-openings.empty")} />}
        columns={[
          {
            key: "openedAt",
            header: t("name-openings.openedAt"),
            sort: "openedAt",
            cell: (row) => formats.dateTime(row.openedAt),
          },
          { key: "userName", header: t("name-openings.userName"), cell: (row) => row.userName },
          {
            key: "enterprise",
            header: t("name-openings.enterprise"),
            wrap: true,
            cell: (row) => (
              <AppLink href={`/enterprises/${row.enterprise.id}`}>
                {nameOf(viewer.locale, row.enterprise)}
              </AppLink>
            ),
          },
          {
            key: "purpose",
            header: t("name-openings.purposeLabel"),
            wrap: true,
            cell: (row) => t(purposeLabel(row.purpose)),
          },
          { key: "note", header: t("name-openings.note"), wrap: true, cell: (row) => row.note },
          { key: "shown", header: t("name-openings.shown"), cell: shown },
          {
            key: "people",
            header: t("name-openings.people"),
            align: "end",
            cell: (row) => formats.count(row.people),
          },
        ]}
      />
      <Pager
        page={params.page}
        pageSize={params.pageSize}
        total={total}
        searchParams={searchParams}
        pathname="/name-openings"
      />
    </>
  );
}
