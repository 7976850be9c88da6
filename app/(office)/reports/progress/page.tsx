import type { Metadata } from "next";
import { BarChart } from "@/components/charts/bar-chart";
import { LineChart } from "@/components/charts/line-chart";
import { Definitions } from "@/components/reports/definitions";
import { MilestoneSection, MOST_MILESTONES } from "@/components/reports/milestone-section";
import { ProjectSection } from "@/components/reports/project-section";
import { ReportHead } from "@/components/reports/report-head";
import styles from "@/components/reports/reports.module.css";
import { ReportSection } from "@/components/reports/section";
import { Banner } from "@/components/ui/banner";
import { KeyFigures } from "@/components/ui/key-figures";
import { can } from "@/lib/domain/permissions";
import { requireViewer } from "@/lib/platform/auth/session";
import { getFormats, getTranslations } from "@/lib/platform/i18n/translator";
import { offsetOf, parseList, type SearchParams } from "@/lib/platform/paging/list-params";
import { listProgressPage } from "@/lib/reports/progress/facts";
import { progressSchema, RAG_FILTERS } from "@/lib/reports/progress/filter";
import { recallPortfolioSeries } from "@/lib/reports/recall";
import { readReport } from "@/lib/reports/request";
import { toMonthsBack } from "@/lib/reports/series";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reports"))("progress.title") };
}

export default async function ProgressPage(props: { searchParams: Promise<SearchParams> }) {
  const [viewer, searchParams, t, formats] = await Promise.all([
    requireViewer(),
    props.searchParams,
    getTranslations("reports"),
    getFormats(),
  ]);
  const request = await readReport(viewer, searchParams);
  const params = parseList(progressSchema, searchParams);
  const { asOf, options } = request;
  const months = toMonthsBack(asOf, 24);
  const [series, page] = await Promise.all([
    recallPortfolioSeries(viewer, months, options),
    can(viewer, "reports.rows")
      ? listProgressPage(viewer, asOf, {
          ...options,
          rag: params.rag,
          limit: params.pageSize,
          offset: offsetOf(params),
          // One more than is drawn tells whether there are more.
          milestones: MOST_MILESTONES + 1,
        })
      : null,
  ]);
  const portfolio = series.at(-1);
  if (!portfolio) throw new Error("A series ends on the report's day");
  const { rags } = portfolio;
  const foot = t("source", { asOf: formats.longDate(asOf) });
  const of = (count: number) => t("portfolio.of", { count: formats.count(count) });
  return (
    <>
      <ReportHead
        report="progress"
        request={request}
        searchParams={searchParams}
        pathname="/reports/progress"
        withoutBuildings
        fields={
          page
            ? [
                {
                  name: "rag",
                  label: t("bar.rag"),
                  type: "select",
                  options: RAG_FILTERS.map((value) => ({ value, label: t(`rag.${value}`) })),
                },
              ]
            : []
        }
        files={
          can(viewer, "reports.rows")
            ? [
                { label: t("export.xlsx"), format: "xlsx" },
                { label: t("export.csvProjects"), format: "csv", table: "projects" },
                { label: t("export.csvMilestones"), format: "csv", table: "milestones" },
              ]
            : []
        }
      />
      {!page && request.park ? <Banner>{t("withheldZoneOnly")}</Banner> : null}
      {request.building ? <Banner>{t("buildingHasNoProjects")}</Banner> : null}
      <KeyFigures
        label={t("figures")}
        figures={[
          {
            label: t("portfolio.onTrack"),
            value: formats.count(rags.GREEN),
            basis: of(portfolio.projects),
          },
          { label: t("portfolio.atRisk"), value: formats.count(rags.AMBER), basis: of(portfolio.projects) },
          { label: t("portfolio.late"), value: formats.count(rags.RED), basis: of(portfolio.projects) },
          { label: t("portfolio.silent"), value: formats.count(rags.GREY), basis: of(portfolio.projects) },
          {
            label: t("portfolio.milestonesDone"),
            value: formats.count(portfolio.done),
            basis:
              portfolio.unshown > 0
                ? t("portfolio.unshown", {
                    of: of(portfolio.milestones),
                    count: formats.count(portfolio.unshown),
                  })
                : of(portfolio.milestones),
          },
          {
            label: t("portfolio.milestonesDue"),
            value: formats.count(portfolio.due),
            basis: of(portfolio.milestones),
          },
          { label: t("portfolio.overdue"), value: formats.count(portfolio.overdue) },
          { label: t("portfolio.upcoming"), value: formats.count(portfolio.upcoming) },
        ]}
      />
      <ReportSection title={t("overTime")}>
        <div className={styles.pair}>
          <BarChart
            label={t("chart.projects")}
            categories={series.map((point) => point.asOf.slice(0, 7))}
            format={(value) => formats.count(value)}
            foot={foot}
            series={RAG_FILTERS.map((rag) => ({
              name: t(`rag.${rag}`),
              values: series.map((point) => point.rags[rag]),
            }))}
          />
          <LineChart
            fromZero
            label={t("chart.milestones")}
            format={(value) => formats.count(value)}
            foot={foot}
            series={[
              { name: t("chart.due"), points: series.map((point) => ({ on: point.asOf, value: point.due })) },
              {
                name: t("chart.done"),
                points: series.map((point) => ({ on: point.asOf, value: point.done })),
              },
            ]}
          />
        </div>
      </ReportSection>
      {page ? (
        <>
          <ProjectSection
            projects={page.projects}
            total={page.total}
            asOf={asOf}
            params={params}
            searchParams={searchParams}
          />
          <MilestoneSection projects={page.overdue} which="overdue" searchParams={searchParams} />
          <MilestoneSection projects={page.upcoming} which="upcoming" searchParams={searchParams} />
        </>
      ) : null}
      <Definitions report="progress" />
    </>
  );
}
