import type { Metadata } from "next";
import { InstrumentTotals } from "@/components/instruments/instrument-totals";
import { ListPage } from "@/components/lists/list-page";
import { PromiseTabs } from "@/components/promises/promise-tabs";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { instrumentKindLabel } from "@/lib/domain/instruments/labels";
import { listInstruments } from "@/lib/domain/instruments/queries";
import { instrumentKinds, instrumentListSchema } from "@/lib/domain/instruments/schema";
import { can } from "@/lib/domain/permissions";
import { requireViewer } from "@/lib/platform/auth/session";
import { reachesZone } from "@/lib/platform/auth/viewer";
import { asOfFrom } from "@/lib/platform/dates/as-of";
import { getTranslations } from "@/lib/platform/i18n/translator";
import { firstValues, parseList, type SearchParams } from "@/lib/platform/paging/list-params";
import { getInstrumentTotals, withConverted } from "@/lib/reports/instruments/facts";
import { instrumentList } from "@/lib/reports/lists/instruments";
import { promiseSides } from "../promise-sides";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("instruments"))("title") };
}

export default async function InstrumentsPage(props: { searchParams: Promise<SearchParams> }) {
  const [viewer, searchParams, t, all] = await Promise.all([
    requireViewer(),
    props.searchParams,
    getTranslations("instruments"),
    getTranslations(),
  ]);
  const params = parseList(instrumentListSchema, searchParams);
  const asOf = asOfFrom(searchParams);
  const to = params.in ?? "USD";
  const totals = await getInstrumentTotals(viewer, params, asOf);
  const narrowed = Object.keys(firstValues(searchParams)).some((name) =>
    ["query", "kind", "currency", "issuer", "agreement"].includes(name),
  );
  const add =
    can(viewer, "instruments.create") && reachesZone(viewer) ? (
      <ButtonLink look="primary" href="/instruments/new">
        {t("new")}
      </ButtonLink>
    ) : undefined;
  return (
    <>
      <PageHeader title={t("title")} action={add} />
      <PromiseTabs sides={promiseSides(viewer)} current="instruments" />
      <InstrumentTotals totals={totals} may={can(viewer, "rates.create") && reachesZone(viewer)} />
      <ListPage
        list={instrumentList}
        viewer={viewer}
        asOf={asOf}
        read={async () => {
          const { rows, ...rest } = await listInstruments(viewer, params, asOf);
          return { ...rest, rows: await withConverted(viewer, rows, to) };
        }}
        params={params}
        searchParams={searchParams}
        pathname="/instruments"
        fields={[
          { name: "query", label: t("search"), type: "search" },
          {
            name: "kind",
            label: t("kindLabel"),
            type: "select",
            options: instrumentKinds.map((kind) => ({ value: kind, label: all(instrumentKindLabel(kind)) })),
          },
          {
            name: "in",
            label: all("rates.totalIn"),
            type: "select",
            none: "USD",
            options: [{ value: "CNY", label: "CNY" }],
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
