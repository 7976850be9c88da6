import type { Metadata } from "next";
import { inGroups } from "@/components/change-requests/in-groups";
import { PortalPage } from "@/components/change-requests/portal-page";
import { LineChart } from "@/components/charts/line-chart";
import { FIRM_ROSTER } from "@/components/employees/firm-roster";
import { AppLink } from "@/components/ui/app-link";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { listHeadcounts } from "@/lib/domain/headcounts/queries";
import { headcountListSchema } from "@/lib/domain/headcounts/schema";
import { requireFirm } from "@/lib/platform/auth/firm";
import { asOfFrom } from "@/lib/platform/dates/as-of";
import { nameOf } from "@/lib/platform/i18n/names";
import { getFormats, getTranslations } from "@/lib/platform/i18n/translator";
import { MAX_PAGE_SIZE, type SearchParams } from "@/lib/platform/paging/list-params";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("change-requests.portal"))("people") };
}

/** The numbers of people that the firm declared, over time. */
export default async function PeoplePage(props: { searchParams: Promise<SearchParams> }) {
  const [{ viewer, enterpriseId }, searchParams, t, formats] = await Promise.all([
    requireFirm(),
    props.searchParams,
    getTranslations("change-requests.portal"),
    getFormats(),
  ]);
  const params = headcountListSchema.parse({ enterprise: enterpriseId, pageSize: MAX_PAGE_SIZE });
  const { rows } = await listHeadcounts(viewer, params, asOfFrom(searchParams));
  const parks = inGroups(rows.toReversed(), ({ park }) => park.id);
  const series = [...parks.values()].map((own) => ({
    name: own[0] ? nameOf(viewer.locale, own[0].park) : "",
    points: own.map(({ on, total }) => ({ on, value: total })),
    marked: true,
  }));
  const days = new Set(rows.map(({ on }) => on));
  return (
    <PortalPage title={t("people")} help={t("peopleHelp")}>
      {days.size > 1 ? (
        <LineChart
          label={t("chart")}
          title={t("chart")}
          series={series}
          format={(value) => formats.count(value)}
          fromZero
          width={600}
        />
      ) : null}
      <DataTable
        label={t("people")}
        rows={rows}
        rowKey={(row) => row.id}
        empty={<EmptyState title={t("noPeople")} />}
        columns={[
          { key: "on", header: t("onDay"), cell: (row) => row.on, tabular: true },
          ...(parks.size > 1
            ? [
                {
                  key: "park",
                  header: t("park"),
                  cell: (row: (typeof rows)[number]) => nameOf(viewer.locale, row.park),
                  wrap: true,
                },
              ]
            : []),
          ...(
            [
              ["total", "peopleTotal"],
              ["own", "ownPayroll"],
              ["dispatched", "dispatched"],
              ["local", "local"],
              ["foreign", "foreign"],
              ["rAndD", "rnd"],
            ] as const
          ).map(([key, label]) => ({
            key,
            header: t(label),
            align: "end" as const,
            cell: (row: (typeof rows)[number]) => formats.count(row[key]),
          })),
        ]}
      />
      <p>
        <AppLink href={FIRM_ROSTER}>{t("roster")}</AppLink>
      </p>
      <p>
        <AppLink href={`${FIRM_ROSTER}/new`}>{t("rosterAdd")}</AppLink>
      </p>
    </PortalPage>
  );
}
