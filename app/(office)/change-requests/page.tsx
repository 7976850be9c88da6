import type { Metadata } from "next";
import { firmSides } from "@/app/(office)/firm-sides";
import { FirmTabs } from "@/components/enterprises/firm-tabs";
import { ListPage } from "@/components/lists/list-page";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { requestStateLabel } from "@/lib/domain/change-requests/labels";
import { listChangeRequests } from "@/lib/domain/change-requests/queries";
import { changeRequestListSchema, requestStates, subjects } from "@/lib/domain/change-requests/schema";
import { can } from "@/lib/domain/permissions";
import { listOwnerOptions } from "@/lib/domain/users/queries";
import { requireViewer } from "@/lib/platform/auth/session";
import { asOfFrom } from "@/lib/platform/dates/as-of";
import { getTranslations } from "@/lib/platform/i18n/translator";
import { firstValues, parseList, type SearchParams } from "@/lib/platform/paging/list-params";
import { changeRequestList } from "@/lib/reports/lists/change-requests";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("change-requests"))("title") };
}

/** What firms ask for, those who wait longest first. */
export default async function ChangeRequestsPage(props: { searchParams: Promise<SearchParams> }) {
  const [viewer, searchParams, t] = await Promise.all([
    requireViewer(),
    props.searchParams,
    getTranslations(),
  ]);
  const params = parseList(changeRequestListSchema, searchParams);
  const narrowed = Object.keys(firstValues(searchParams)).some((name) =>
    ["query", "state", "owner", "subject", "firm"].includes(name),
  );
  const mayDecide = can(viewer, "change-requests.acceptMany");
  const owners = mayDecide ? await listOwnerOptions(viewer) : [];
  return (
    <>
      <PageHeader title={t("change-requests.title")} />
      <FirmTabs sides={firmSides(viewer)} current="change-requests" />
      <ListPage
        list={changeRequestList}
        viewer={viewer}
        asOf={asOfFrom(searchParams)}
        read={() => listChangeRequests(viewer, params)}
        params={params}
        searchParams={searchParams}
        pathname="/change-requests"
        select={
          mayDecide && {
            label: t("change-requests.select.label"),
            none: t("change-requests.select.none"),
            change: t("change-requests.select.accept"),
            all: t("change-requests.select.all", { total: "{total}" }),
          }
        }
        fields={[
          { name: "query", label: t("change-requests.search"), type: "search" },
          {
            name: "state",
            label: t("change-requests.filterState"),
            type: "select",
            options: requestStates.map((value) => ({ value, label: t(requestStateLabel(value)) })),
          },
          {
            name: "subject",
            label: t("change-requests.subjectLabel"),
            type: "select",
            options: subjects.map((value) => ({ value, label: t(`change-requests.subject.${value}`) })),
          },
          ...(owners.length > 0
            ? [
                {
                  name: "owner",
                  label: t("change-requests.filterOwner"),
                  type: "select" as const,
                  options: owners.map(({ id, name }) => ({ value: id, label: name })),
                },
              ]
            : []),
        ]}
        empty={
          narrowed ? (
            <EmptyState title={t("change-requests.noneMatch")} />
          ) : (
            <EmptyState title={t("change-requests.emptyTitle")} text={t("change-requests.emptyText")} />
          )
        }
      />
    </>
  );
}
