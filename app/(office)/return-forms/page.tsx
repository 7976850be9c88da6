import type { Metadata } from "next";
import { ListPage } from "@/components/lists/list-page";
import { ReturnTabs } from "@/components/returns/return-tabs";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/domain/permissions";
import { listReturnForms } from "@/lib/domain/return-forms/queries";
import { returnFormListSchema } from "@/lib/domain/return-forms/schema";
import { requireViewer } from "@/lib/platform/auth/session";
import { reachesZone } from "@/lib/platform/auth/viewer";
import { asOfFrom } from "@/lib/platform/dates/as-of";
import { getTranslations } from "@/lib/platform/i18n/translator";
import { firstValues, parseList, type SearchParams } from "@/lib/platform/paging/list-params";
import { returnFormList } from "@/lib/reports/lists/return-forms";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("return-forms"))("title") };
}

export default async function ReturnFormsPage(props: { searchParams: Promise<SearchParams> }) {
  const [viewer, searchParams, t] = await Promise.all([
    requireViewer(),
    props.searchParams,
    getTranslations("return-forms"),
  ]);
  const params = parseList(returnFormListSchema, searchParams);
  const narrowed = Object.keys(firstValues(searchParams)).some((name) => ["query", "state"].includes(name));
  const add =
    can(viewer, "return-forms.create") && reachesZone(viewer) ? (
      <ButtonLink look="primary" href="/return-forms/new">
        {t("new")}
      </ButtonLink>
    ) : undefined;
  return (
    <>
      <PageHeader title={t("title")} action={add} />
      <ReturnTabs current="return-forms" />
      <ListPage
        list={returnFormList}
        viewer={viewer}
        asOf={asOfFrom(searchParams)}
        read={() => listReturnForms(viewer, params)}
        params={params}
        searchParams={searchParams}
        pathname="/return-forms"
        fields={[
          { name: "query", label: t("search"), type: "search" },
          {
            name: "state",
            label: t("state"),
            type: "select",
            options: (["current", "retired"] as const).map((value) => ({ value, label: t(value) })),
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
