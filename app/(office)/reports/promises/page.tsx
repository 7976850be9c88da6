import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { promiseSides } from "@/app/(office)/promise-sides";
import { ListTable } from "@/components/lists/list-table";
import { PromiseTabs } from "@/components/promises/promise-tabs";
import { RollUp } from "@/components/promises/roll-up";
import { Definitions } from "@/components/reports/definitions";
import { PrintButton } from "@/components/reports/print-button";
import { AppLink } from "@/components/ui/app-link";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar } from "@/components/ui/filter-bar";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { agreementStateLabel } from "@/lib/domain/agreements/labels";
import { agreementStates } from "@/lib/domain/agreements/schema";
import { clusterLabel } from "@/lib/domain/enterprises/labels";
import { clusters } from "@/lib/domain/enterprises/schema";
import { toMeetingTitles } from "@/lib/domain/meetings/dto";
import { listParkOptions } from "@/lib/domain/parks/queries";
import { can } from "@/lib/domain/permissions";
import { requireViewer } from "@/lib/platform/auth/session";
import { asOfFrom } from "@/lib/platform/dates/as-of";
import { commonCountries, countryName } from "@/lib/platform/i18n/countries";
import { nameOf, titleOf } from "@/lib/platform/i18n/names";
import { getFormats, getTranslations } from "@/lib/platform/i18n/translator";
import { hrefWith } from "@/lib/platform/paging/href";
import { parseList, type SearchParams } from "@/lib/platform/paging/list-params";
import { getChainReport, listChainRows } from "@/lib/reports/chain/facts";
import { ALL_SESSIONS, chainSchema } from "@/lib/reports/chain/filter";
import { chainList } from "@/lib/reports/chain/list";

const PATH = "/reports/promises";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reports"))("promises.title") };
}

export default async function PromisesPage(props: { searchParams: Promise<SearchParams> }) {
  const [viewer, searchParams, t, formats] = await Promise.all([
    requireViewer(),
    props.searchParams,
    getTranslations(),
    getFormats(),
  ]);
  if (!can(viewer, "reports.rows")) forbidden();
  const { locale } = viewer;
  const params = parseList(chainSchema, searchParams);
  const asOf = asOfFrom(searchParams);
  const [report, parks] = await Promise.all([getChainReport(viewer, params, asOf), listParkOptions(viewer)]);
  const rows = await listChainRows(viewer, report, params, asOf);
  const select = <Value extends string>(name: string, label: string, options: [Value, string][]) => ({
    name,
    label,
    type: "select" as const,
    options: options.map(([value, words]) => ({ value, label: words })),
  });
  const { session } = report;
  const file = (format: string) =>
    hrefWith(searchParams, { format, page: null, pageSize: null }, `${PATH}/export`);
  return (
    <>
      <PageHeader
        title={t("reports.promises.title")}
        beside={
          <p>
            {[
              session ? titleOf(locale, toMeetingTitles(session)) : t("reports.promises.allSessions"),
              t("reports.asOf", { day: formats.longDate(asOf) }),
            ].join(" · ")}
          </p>
        }
        more={
          <>
            <a href={file("xlsx")} download>
              {t("reports.export.xlsx")}
            </a>
            <a href={file("csv")} download>
              {t("reports.promises.csv")}
            </a>
            <PrintButton label={t("reports.print")} />
          </>
        }
      />
      <PromiseTabs sides={promiseSides(viewer)} current="promises" />
      {report.rollUp.signed > 0 || report.sessions.length > 0 ? (
        <RollUp
          report={report}
          asOf={asOf}
          searchParams={searchParams}
          pathname={PATH}
          state={params.state}
        />
      ) : null}
      <FilterBar
        pathname={PATH}
        searchParams={searchParams}
        fields={[
          {
            ...select("meeting", t("reports.promises.session"), [
              ...report.sessions.map((one): [string, string] => [
                one.id,
                titleOf(locale, toMeetingTitles(one)),
              ]),
              [ALL_SESSIONS, t("reports.promises.allSessions")],
            ]),
            none: t("reports.promises.latest"),
          },
          select(
            "state",
            t("agreements.stateLabel"),
            agreementStates.map((state) => [state, t(agreementStateLabel(state))]),
          ),
          select(
            "cluster",
            t("agreements.clusterLabel"),
            clusters.map((cluster) => [cluster, t(clusterLabel(cluster))]),
          ),
          select(
            "country",
            t("agreements.partyCountry"),
            commonCountries.map((code) => [code, countryName(locale, code) ?? code]),
          ),
          select(
            "park",
            t("reports.promises.park"),
            parks.map((park) => [park.code, nameOf(locale, park)]),
          ),
        ]}
      />
      <div id="rows">
        <ListTable
          list={chainList}
          viewer={viewer}
          asOf={asOf}
          rows={rows}
          sort={params.sort}
          searchParams={searchParams}
          pathname={PATH}
          foot={{ total: report.ids.length }}
          empty={
            report.sessions.length > 0 ? (
              <EmptyState title={t("agreements.noneMatch")} />
            ) : (
              <EmptyState
                title={t("agreements.emptyTitle")}
                text={t("reports.promises.emptyText")}
                action={<AppLink href="/agreements">{t("agreements.title")}</AppLink>}
              />
            )
          }
        />
      </div>
      <Pager
        page={params.page}
        pageSize={params.pageSize}
        total={report.ids.length}
        searchParams={searchParams}
        pathname={PATH}
        exportAt={`${PATH}/export`}
      />
      <Definitions report="promises" />
    </>
  );
}
