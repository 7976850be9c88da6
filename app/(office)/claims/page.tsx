import type { Metadata } from "next";
import { ListPage } from "@/components/lists/list-page";
import { PromiseTabs } from "@/components/promises/promise-tabs";
import { AppLink } from "@/components/ui/app-link";
import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { listClaims } from "@/lib/domain/claims/queries";
import { claimListSchema } from "@/lib/domain/claims/schema";
import { can } from "@/lib/domain/permissions";
import { requireViewer } from "@/lib/platform/auth/session";
import { reachesZone } from "@/lib/platform/auth/viewer";
import { asOfFrom } from "@/lib/platform/dates/as-of";
import { getTranslations } from "@/lib/platform/i18n/translator";
import { firstValues, parseList, type SearchParams } from "@/lib/platform/paging/list-params";
import { withFigures } from "@/lib/reports/claims/facts";
import { claimList } from "@/lib/reports/lists/claims";
import { recallClaimAlarms } from "@/lib/reports/recall";
import { promiseSides } from "../promise-sides";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("claims"))("title") };
}

export default async function ClaimsPage(props: { searchParams: Promise<SearchParams> }) {
  const [viewer, searchParams, t] = await Promise.all([
    requireViewer(),
    props.searchParams,
    getTranslations("claims"),
  ]);
  const params = parseList(claimListSchema, searchParams);
  const asOf = asOfFrom(searchParams);
  const alarms = await recallClaimAlarms(viewer, asOf);
  const only = params.alarm ? alarms.map(({ id }) => id) : undefined;
  const narrowed = Object.keys(firstValues(searchParams)).some((name) =>
    ["query", "signed", "withdrawn", "alarm"].includes(name),
  );
  const add =
    can(viewer, "claims.create") && reachesZone(viewer) ? (
      <ButtonLink look="primary" href="/claims/new">
        {t("new")}
      </ButtonLink>
    ) : undefined;
  return (
    <>
      <PageHeader title={t("title")} action={add} />
      <PromiseTabs sides={promiseSides(viewer)} current="claims" />
      {alarms.length > 0 && !only ? (
        <Banner tone="bad" title={t("alarmTitle", { count: alarms.length })}>
          <AppLink href="/claims?alarm=yes">{t("open")}</AppLink>
        </Banner>
      ) : null}
      <ListPage
        list={claimList}
        viewer={viewer}
        asOf={asOf}
        read={async () => {
          const { rows, ...rest } = await listClaims(viewer, params, only);
          return { ...rest, rows: await withFigures(viewer, rows, asOf) };
        }}
        params={params}
        searchParams={searchParams}
        pathname="/claims"
        fields={[
          { name: "query", label: t("search"), type: "search" },
          ...(["alarm", "signed", "withdrawn"] as const).map((name) => ({
            name,
            label: t(name),
            type: "select" as const,
            options: (name === "alarm" ? (["yes"] as const) : (["yes", "no"] as const)).map((value) => ({
              value,
              label: t(value),
            })),
          })),
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
