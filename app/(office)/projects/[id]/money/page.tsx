import { findProject, titleOfProject } from "@/components/projects/find-project";
import { ProjectHeader } from "@/components/projects/project-header";
import { MissingRates } from "@/components/rates/missing-rates";
import { AppLink } from "@/components/ui/app-link";
import { ButtonLink } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar } from "@/components/ui/filter-bar";
import { can } from "@/lib/domain/permissions";
import { amountKindLabel } from "@/lib/domain/projects/labels";
import { getProjectMoney, toMissing } from "@/lib/domain/projects/queries-money";
import { reachesZone } from "@/lib/platform/auth/viewer";
import { asOfFrom } from "@/lib/platform/dates/as-of";
import { getFormats, getTranslations } from "@/lib/platform/i18n/translator";
import type { MoneyTotals } from "@/lib/platform/money/convert";
import { firstValues, type SearchParams } from "@/lib/platform/paging/list-params";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

export const generateMetadata = titleOfProject;

/** What is planned and what was spent by the day, by currency; and the amounts themselves. */
export default async function ProjectMoneyPage(props: Props) {
  const [{ id }, searchParams, t, formats] = await Promise.all([
    props.params,
    props.searchParams,
    getTranslations(),
    getFormats(),
  ]);
  const { viewer, project } = await findProject(id);
  const asOf = asOfFrom(searchParams);
  const to = firstValues(searchParams).in === "CNY" ? "CNY" : "USD";
  const { amounts, totals } = await getProjectMoney(viewer, project, to, asOf);
  const { planned, actual, convertible } = totals;
  const of = (sums: MoneyTotals, currency: string) =>
    sums.byCurrency.find((sum) => sum.currency === currency)?.amount ?? null;
  const currencies = [
    ...new Set([...planned.byCurrency, ...actual.byCurrency].map(({ currency }) => currency)),
  ].sort();
  const sums = currencies.map((currency) => ({
    ...{ currency, label: currency },
    ...{ planned: of(planned, currency), actual: of(actual, currency) },
  }));
  const inOne = {
    ...{ currency: "", label: t("projects.money.converted", { to }) },
    ...{ planned: planned.converted, actual: actual.converted },
  };
  const add = project.can.money ? (
    <ButtonLink href={`/projects/${id}/money/new`}>{t("projects.money.new")}</ButtonLink>
  ) : undefined;
  return (
    <>
      <ProjectHeader project={project} side="/money" />
      {sums.length > 0 ? (
        <>
          {convertible ? (
            <FilterBar
              pathname={`/projects/${id}/money`}
              searchParams={searchParams}
              fields={[
                {
                  name: "in",
                  label: t("rates.totalIn"),
                  type: "select",
                  none: "USD",
                  options: [{ value: "CNY", label: "CNY" }],
                },
              ]}
            />
          ) : null}
          <DataTable
            label={t("projects.money.totals")}
            rows={convertible ? [...sums, inOne] : sums}
            rowKey={(sum) => sum.currency}
            columns={[
              {
                key: "currency",
                header: t("ui.form.currency"),
                cell: ({ currency, label }) => (currency ? label : <strong>{label}</strong>),
              },
              {
                key: "planned",
                header: t(amountKindLabel("PLANNED")),
                align: "end",
                cell: (sum) => formats.area(sum.planned),
              },
              {
                key: "actual",
                header: t("projects.money.actualBy", { on: asOf }),
                align: "end",
                cell: (sum) => formats.area(sum.actual),
              },
              {
                key: "share",
                header: t("projects.money.share"),
                align: "end",
                cell: ({ planned: plan, actual: spent }) =>
                  formats.percent(plan && spent && Number(plan) ? Number(spent) / Number(plan) : null, 1),
              },
            ]}
          />
          {convertible ? <p>{t("projects.money.convertedHelp")}</p> : null}
          <MissingRates
            missing={toMissing(totals)}
            may={can(viewer, "rates.create") && reachesZone(viewer)}
          />
        </>
      ) : null}
      <h2>{t("projects.money.amounts")}</h2>
      {amounts.length > 0 && add ? <p>{add}</p> : null}
      <DataTable
        label={t("projects.money.amounts")}
        rows={amounts}
        rowKey={(amount) => amount.id}
        empty={
          <EmptyState title={t("projects.money.none")} text={t("projects.money.noneText")} action={add} />
        }
        columns={[
          {
            key: "on",
            header: t("projects.on"),
            cell: (amount) =>
              project.can.money ? (
                <AppLink href={`/projects/${id}/money/${amount.id}`}>{formats.date(amount.on)}</AppLink>
              ) : (
                formats.date(amount.on)
              ),
          },
          {
            key: "kind",
            header: t("projects.money.kindLabel"),
            cell: (amount) => t(amountKindLabel(amount.kind)),
          },
          {
            key: "amount",
            header: t("projects.money.amount"),
            align: "end",
            cell: (amount) => formats.money(amount.amount, amount.currency),
          },
          { key: "source", header: t("projects.money.source"), wrap: true, cell: (amount) => amount.source },
          { key: "note", header: t("projects.money.note"), wrap: true, cell: (amount) => amount.note },
        ]}
      />
    </>
  );
}
