import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { PortfolioTimeline } from "@/components/reports/portfolio-timeline";
import styles from "@/components/reports/portfolio-timeline.module.css";
import { PrintButton } from "@/components/reports/print-button";
import { ReportTable } from "@/components/reports/report-table";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar } from "@/components/ui/filter-bar";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { listAgreementFilter } from "@/lib/domain/agreements/queries-options";
import { clusterLabel } from "@/lib/domain/enterprises/labels";
import { clusters } from "@/lib/domain/enterprises/schema";
import { listParkOptions } from "@/lib/domain/parks/queries";
import { can } from "@/lib/domain/permissions";
import { requireViewer } from "@/lib/platform/auth/session";
import { asOfFrom } from "@/lib/platform/dates/as-of";
import { nameOf, titleOf } from "@/lib/platform/i18n/names";
import { getFormats, getTranslations } from "@/lib/platform/i18n/translator";
import { hrefWith } from "@/lib/platform/paging/href";
import { firstValues, parseList, type SearchParams } from "@/lib/platform/paging/list-params";
import { timelineColumns } from "@/lib/reports/timeline/columns";
import { listTimeline, MOST_TRENDS } from "@/lib/reports/timeline/facts";
import { timelineGroups, timelineSchema, timelineShows } from "@/lib/reports/timeline/filter";

/** At ten milestones each 800 rows, the most that is drawn unless an address asks for more (200 projects at most). */
const PROJECTS_A_PAGE = 80;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reports"))("timeline.title") };
}

/** All projects' milestones on one scale, by agreement, park or cluster. */
export default async function TimelinePage(props: { searchParams: Promise<SearchParams> }) {
  const [viewer, searchParams, t, formats] = await Promise.all([
    requireViewer(),
    props.searchParams,
    getTranslations(),
    getFormats(),
  ]);
  if (!can(viewer, "reports.rows")) forbidden();
  const values = firstValues(searchParams);
  const params = parseList(timelineSchema, { pageSize: String(PROJECTS_A_PAGE), ...searchParams });
  const asOf = asOfFrom(searchParams);
  const by = params.by ?? "agreement";
  const [{ rows, projects }, agreements, parks] = await Promise.all([
    listTimeline(viewer, params, asOf),
    listAgreementFilter(viewer, params.agreement),
    listParkOptions(viewer),
  ]);
  const late = rows.filter((row) => row.late).length;
  const critical = rows.filter((row) => row.critical).length;
  return (
    <div className={styles.sheet}>
      <PageHeader
        title={t("reports.timeline.title")}
        trail={[{ href: "/reports", label: t("reports.title") }]}
        figures={
          <p>
            {t(projects > params.pageSize ? "reports.timeline.figuresOnPage" : "reports.timeline.figures", {
              ...{ count: rows.length, late, critical },
            })}{" "}
            {t("reports.asOf", { day: formats.longDate(asOf) })}
          </p>
        }
        more={<PrintButton label={t("reports.print")} />}
      />
      <FilterBar
        pathname="/reports/timeline"
        searchParams={searchParams}
        fields={[
          {
            name: "by",
            label: t("reports.timeline.by"),
            type: "select",
            none: t("reports.timeline.groups.agreement"),
            options: timelineGroups
              .filter((value) => value !== "agreement")
              .map((value) => ({ value, label: t(`reports.timeline.groups.${value}`) })),
          },
          {
            name: "show",
            label: t("reports.timeline.show"),
            type: "select",
            options: timelineShows.map((value) => ({ value, label: t(`reports.timeline.shows.${value}`) })),
          },
          {
            name: "agreement",
            label: t("projects.agreement"),
            type: "select",
            options: agreements.map((one) => ({
              value: one.id,
              label: `${one.code} ${titleOf(viewer.locale, one)}`,
            })),
          },
          {
            name: "park",
            label: t("projects.park"),
            type: "select",
            options: parks.map((park) => ({ value: park.code, label: nameOf(viewer.locale, park) })),
          },
          {
            name: "cluster",
            label: t("projects.clusterLabel"),
            type: "select",
            options: clusters.map((value) => ({ value, label: t(clusterLabel(value)) })),
          },
        ]}
      />
      {rows.length === 0 ? <EmptyState title={t("reports.timeline.none")} /> : rowsOf()}
      <Pager
        page={params.page}
        pageSize={params.pageSize}
        total={projects}
        searchParams={searchParams}
        pathname="/reports/timeline"
        exportAt="/reports/timeline/export"
      />
    </div>
  );

  /** The picture, or its twin as a table, which is drawn when it is asked for: each says all of it to every reader. */
  function rowsOf() {
    const other = (look: "table" | null) => hrefWith(searchParams, { look }, "/reports/timeline");
    if (params.look !== "table") {
      return (
        <>
          <p className="no-print">
            {t("reports.timeline.keys")} <a href={other("table")}>{t("reports.timeline.asTable")}</a>
          </p>
          <PortfolioTimeline rows={rows} by={by} asOf={asOf} searchParams={searchParams} />
        </>
      );
    }
    return (
      <form action="/reports/timeline/trend">
        {values.asOf ? <input type="hidden" name="asOf" value={values.asOf} /> : null}
        <p className="no-print">
          {t("reports.timeline.choose", { most: MOST_TRENDS })}{" "}
          <a href={other(null)}>{t("reports.timeline.asPicture")}</a>
        </p>
        <ReportTable
          label={t("reports.timeline.table")}
          columns={timelineColumns}
          rows={rows}
          rowKey={({ milestone }) => milestone.id}
          searchParams={searchParams}
          boxOf={({ milestone, project }) => `${project.code} ${titleOf(viewer.locale, milestone)}`}
          links={{ code: ({ project }) => [{ text: project.code, href: `/projects/${project.id}` }] }}
        />
        <Button type="submit">{t("reports.trend.show")}</Button>
      </form>
    );
  }
}
