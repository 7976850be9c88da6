import { FilterBar, type FilterField } from "@/components/ui/filter-bar";
import { PageHeader } from "@/components/ui/page-header";
import { Tabs } from "@/components/ui/tabs";
import { nameOf } from "@/lib/platform/i18n/names";
import { currentLocale, getFormats, getTranslations } from "@/lib/platform/i18n/translator";
import { firstValues, type SearchParams } from "@/lib/platform/paging/list-params";
import type { ReportKey } from "@/lib/reports/metrics";
import type { ReportRequest } from "@/lib/reports/request";
import { PrintButton } from "./print-button";
import styles from "./reports.module.css";

export type ReportFile = { label: string; table?: string; format: "xlsx" | "csv" };

/** A report's title with its scope and day, what it is narrowed to, its sides and its files. */
export async function ReportHead(props: {
  report: ReportKey;
  request: ReportRequest;
  searchParams: SearchParams;
  pathname: string;
  files: ReportFile[];
  tabs?: { href: string; label: string }[];
  fields?: FilterField[];
  /** Projects name no building. */
  withoutBuildings?: boolean;
}) {
  const { report, request } = props;
  const [t, locale, formats] = await Promise.all([getTranslations("reports"), currentLocale(), getFormats()]);
  const { park, building, asOf, knownOn } = request;
  const options = (places: { code: string; nameZh: string | null; nameEn: string | null }[]) =>
    places.map((place) => ({ value: place.code, label: nameOf(locale, place) }));
  const place = [park, building].flatMap((one) => (one ? [nameOf(locale, one)] : []));
  const fields: FilterField[] = [
    { name: "park", label: t("bar.park"), type: "select", options: options(request.places) },
    ...(park && !props.withoutBuildings
      ? [
          {
            name: "building",
            label: t("bar.building"),
            type: "select" as const,
            options: options(park.buildings),
          },
        ]
      : []),
    { name: "knownOn", label: t("bar.knownOn"), type: "date" },
    ...(props.fields ?? []),
  ];
  return (
    <>
      <PageHeader
        title={t(`${report}.title`)}
        trail={[{ href: "/reports", label: t("title") }]}
        beside={
          <p className={styles.said}>
            {[
              place.join(" · ") || t("scopeZone"),
              t("asOf", { day: formats.longDate(asOf) }),
              ...(knownOn ? [t("knownOn", { day: formats.longDate(knownOn) })] : []),
            ].join(" · ")}
          </p>
        }
        more={
          <>
            {props.files.map((file) => (
              <a key={file.label} href={fileHref(props, file)} download>
                {file.label}
              </a>
            ))}
            <PrintButton label={t("print")} />
          </>
        }
      />
      {props.tabs ? (
        <Tabs
          label={t("tabs.label")}
          tabs={props.tabs.map((tab) => ({ ...tab, href: withBasis(tab.href, request) }))}
          current={withBasis(props.pathname, request)}
        />
      ) : null}
      <FilterBar pathname={props.pathname} searchParams={props.searchParams} fields={fields} />
    </>
  );
}

/** The other side of a report stands on the same building and the same instant of knowing. */
function withBasis(href: string, { building, knownOn }: ReportRequest): string {
  const query = new URLSearchParams({
    ...(building && { building: building.code }),
    ...(knownOn && { knownOn }),
  });
  return query.size > 0 ? `${href}?${query}` : href;
}

/** The same narrowing, as a file. */
function fileHref(
  { report, searchParams }: { report: ReportKey; searchParams: SearchParams },
  { format, table }: ReportFile,
): string {
  const query = new URLSearchParams(firstValues(searchParams));
  query.delete("page");
  query.delete("pageSize");
  query.set("format", format);
  if (table) query.set("table", table);
  return `/reports/${report}/export?${query}`;
}
