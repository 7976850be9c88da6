import type { Metadata } from "next";
import { ListPage } from "@/components/lists/list-page";
import { ReturnTabs } from "@/components/returns/return-tabs";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/domain/permissions";
import { listRounds } from "@/lib/domain/return-rounds/queries";
import { roundListSchema, roundStates } from "@/lib/domain/return-rounds/schema";
import { requireViewer } from "@/lib/platform/auth/session";
import { asOfFrom } from "@/lib/platform/dates/as-of";
import { getTranslations } from "@/lib/platform/i18n/translator";
import { firstValues, parseList, type SearchParams } from "@/lib/platform/paging/list-params";
import { roundList } from "@/lib/reports/lists/return-rounds";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("return-rounds"))("title") };
}

export default async function RoundsPage(props: { searchParams: Promise<SearchParams> }) {
  const [viewer, searchParams, t] = await Promise.all([
    requireViewer(),
    props.searchParams,
    getTranslations("return-rounds"),
  ]);
  const params = parseList(roundListSchema, searchParams);
  const narrowed = Object.keys(firstValues(searchParams)).some((name) =>
    ["query", "state", "park"].includes(name),
  );
  const add = can(viewer, "return-rounds.create") ? (
    <ButtonLink look="primary" href="/return-rounds/new">
      {t("new")}
    </ButtonLink>
  ) : undefined;
  return (
    <>
      <PageHeader title={t("title")} action={add} />
      <ReturnTabs current="return-rounds" />
      <ListPage
        list={roundList}
        viewer={viewer}
        asOf={asOfFrom(searchParams)}
        read={() => listRounds(viewer, params)}
        params={params}
        searchParams={searchParams}
        pathname="/return-rounds"
        fields={[
          { name: "query", label: t("search"), type: "search" },
          {
            name: "state",
            label: t("stateLabel"),
            type: "select",
            options: roundStates.map((value) => ({ value, label: t(`state.${value}`) })),
          },
        ]}
        empty={
          narrowed ? (
            <EmptyState title={t("noneMatch")} />
          ) : (
            <EmptyState title={t("emptyTitle")} text={t("emptyText")} action={add} />
          )
        }
      />
    </>
  );
}
