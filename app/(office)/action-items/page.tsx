import type { Metadata } from "next";
import { promiseSides } from "@/app/(office)/promise-sides";
import { ListPage } from "@/components/lists/list-page";
import { PromiseTabs } from "@/components/promises/promise-tabs";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { actionItemStateLabel } from "@/lib/domain/action-items/labels";
import { listActionItemOwners, listActionItems } from "@/lib/domain/action-items/queries";
import { actionItemListSchema, actionItemStates } from "@/lib/domain/action-items/schema";
import { can } from "@/lib/domain/permissions";
import { requireViewer } from "@/lib/platform/auth/session";
import { reachesZone } from "@/lib/platform/auth/viewer";
import { asOfFrom } from "@/lib/platform/dates/as-of";
import { getTranslations } from "@/lib/platform/i18n/translator";
import { firstValues, parseList, type SearchParams } from "@/lib/platform/paging/list-params";
import { actionItemList } from "@/lib/reports/lists/action-items";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("action-items"))("title") };
}

export default async function ActionItemsPage(props: { searchParams: Promise<SearchParams> }) {
  const [viewer, searchParams, t] = await Promise.all([
    requireViewer(),
    props.searchParams,
    getTranslations(),
  ]);
  const params = parseList(actionItemListSchema, searchParams);
  const values = firstValues(searchParams);
  const asOf = asOfFrom(searchParams);
  const owners = await listActionItemOwners(viewer);
  const narrowed = ["query", "state", "owner", "meeting", "agreement", "project"].some(
    (name) => values[name],
  );
  const add =
    reachesZone(viewer) && can(viewer, "action-items.create") ? (
      <ButtonLink look="primary" href="/action-items/new">
        {t("action-items.new")}
      </ButtonLink>
    ) : undefined;
  return (
    <>
      <PageHeader title={t("action-items.title")} action={add} />
      <PromiseTabs sides={promiseSides(viewer)} current="action-items" />
      <ListPage
        viewer={viewer}
        list={actionItemList}
        params={params}
        asOf={asOf}
        searchParams={searchParams}
        pathname="/action-items"
        read={() => listActionItems(viewer, params, asOf)}
        fields={[
          { name: "query", label: t("action-items.search"), type: "search" },
          {
            name: "state",
            label: t("action-items.stateLabel"),
            type: "select",
            options: [
              { value: "LIVE", label: t("action-items.allLive") },
              ...actionItemStates.map((state) => ({ value: state, label: t(actionItemStateLabel(state)) })),
            ],
          },
          {
            name: "owner",
            label: t("action-items.owner"),
            type: "select",
            options: owners.map(({ id, name }) => ({ value: id, label: name })),
          },
        ]}
        empty={
          narrowed ? (
            <EmptyState title={t("action-items.noneMatch")} />
          ) : (
            <EmptyState
              title={t("action-items.emptyTitle")}
              text={t("action-items.emptyText")}
              action={add}
            />
          )
        }
      />
    </>
  );
}
