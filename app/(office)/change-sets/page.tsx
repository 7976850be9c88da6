import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { UndoButton } from "@/components/change-sets/undo-button";
import { undoWords } from "@/components/change-sets/undo-words";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar } from "@/components/ui/filter-bar";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { listChangeSets } from "@/lib/domain/change-sets/queries";
import { asksReason } from "@/lib/domain/change-sets/rules";
import { changeSetListSchema } from "@/lib/domain/change-sets/schema";
import { can } from "@/lib/domain/permissions";
import { requireViewer } from "@/lib/platform/auth/session";
import { getFormats, getTranslations } from "@/lib/platform/i18n/translator";
import { parseList, type SearchParams } from "@/lib/platform/paging/list-params";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("change-sets"))("title") };
}

/** What was written lately and by whom, an import as one line; each can be undone from here. */
export default async function ChangeSetsPage(props: { searchParams: Promise<SearchParams> }) {
  const [viewer, searchParams, all, t, formats, words] = await Promise.all([
    requireViewer(),
    props.searchParams,
    getTranslations(),
    getTranslations("change-sets"),
    getFormats(),
    undoWords(),
  ]);
  if (!can(viewer, "change-sets.read")) forbidden();
  const params = parseList(changeSetListSchema, searchParams);
  const { rows, total } = await listChangeSets(viewer, params);
  const verbOf = (verb: string) => {
    const key = verb.replace(".", ".verbs.");
    return all.has(key) ? all(key) : verb;
  };
  return (
    <>
      <PageHeader title={t("title")} />
      <FilterBar
        pathname="/change-sets"
        searchParams={searchParams}
        fields={[{ name: "by", label: t("by"), type: "search" }]}
      />
      <DataTable
        label={t("title")}
        rows={rows}
        rowKey={(row) => row.id}
        sort={params.sort}
        searchParams={searchParams}
        pathname="/change-sets"
        empty={<EmptyState title={params.by ? t("noneMatch") : t("empty")} />}
        columns={[
          { key: "at", header: t("when"), sort: "at", cell: (row) => formats.dateTime(row.at) },
          { key: "what", header: t("what"), wrap: true, cell: (row) => verbOf(row.verb) },
          {
            key: "record",
            header: t("record"),
            wrap: true,
            cell: (row) => row.record,
          },
          {
            key: "records",
            header: t("records"),
            align: "end",
            cell: (row) => formats.count(row.records),
          },
          { key: "by", header: t("by"), cell: (row) => row.actorName },
          { key: "via", header: t("via"), cell: (row) => all(`history.via.${row.via}`) },
          { key: "reason", header: t("reason"), wrap: true, cell: (row) => row.reason },
          {
            key: "undo",
            header: <span className="visually-hidden">{t("undo")}</span>,
            cell: (row) =>
              row.undone ? (
                t("undoneMark")
              ) : row.mayUndo ? (
                <UndoButton
                  changeSetId={row.id}
                  words={words}
                  asks={asksReason(row.verb, viewer.enterpriseIds !== null)}
                  label={t("undoLabel", { what: verbOf(row.verb), when: formats.dateTime(row.at) })}
                />
              ) : null,
          },
        ]}
      />
      <Pager
        page={params.page}
        pageSize={params.pageSize}
        total={total}
        searchParams={searchParams}
        pathname="/change-sets"
      />
    </>
  );
}
