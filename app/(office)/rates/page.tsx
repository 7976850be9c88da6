import type { Metadata } from "next";
import { ListPage } from "@/components/lists/list-page";
import { PromiseTabs } from "@/components/promises/promise-tabs";
import { AppLink } from "@/components/ui/app-link";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/domain/permissions";
import { listRates } from "@/lib/domain/rates/queries";
import { rateListSchema } from "@/lib/domain/rates/schema";
import { requireViewer } from "@/lib/platform/auth/session";
import { reachesZone } from "@/lib/platform/auth/viewer";
import { asOfFrom } from "@/lib/platform/dates/as-of";
import { getTranslations } from "@/lib/platform/i18n/translator";
import { firstValues, parseList, type SearchParams } from "@/lib/platform/paging/list-params";
import { currencies } from "@/lib/platform/values/currencies";
import { rateList } from "@/lib/reports/lists/rates";
import { promiseSides } from "../promise-sides";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("rates"))("title") };
}

export default async function RatesPage(props: { searchParams: Promise<SearchParams> }) {
  const [viewer, searchParams, t] = await Promise.all([
    requireViewer(),
    props.searchParams,
    getTranslations("rates"),
  ]);
  const params = parseList(rateListSchema, searchParams);
  const asOf = asOfFrom(searchParams);
  const narrowed = Object.keys(firstValues(searchParams)).some((name) =>
    ["query", "currency", "from", "to"].includes(name),
  );
  const add =
    can(viewer, "rates.create") && reachesZone(viewer) ? (
      <ButtonLink look="primary" href="/rates/new">
        {t("new")}
      </ButtonLink>
    ) : undefined;
  return (
    <>
      <PageHeader
        title={t("title")}
        action={add}
        more={add ? <AppLink href="/rates/paste">{t("paste")}</AppLink> : undefined}
      />
      <PromiseTabs sides={promiseSides(viewer)} current="rates" />
      <ListPage
        list={rateList}
        viewer={viewer}
        asOf={asOf}
        read={() => listRates(viewer, params)}
        params={params}
        searchParams={searchParams}
        pathname="/rates"
        fields={[
          { name: "query", label: t("search"), type: "search" },
          {
            name: "currency",
            label: t("currency"),
            type: "select",
            options: currencies.map((currency) => ({ value: currency, label: currency })),
          },
          { name: "from", label: t("from"), type: "date" },
          { name: "to", label: t("to"), type: "date" },
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
