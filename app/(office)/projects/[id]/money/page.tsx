import { getTranslations } from "next-intl/server";
import { findProject, titleOfProject } from "@/components/projects/find-project";
import { ProjectHeader } from "@/components/projects/project-header";
import { AppLink } from "@/components/ui/app-link";
import { ButtonLink } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { amountKindLabel } from "@/lib/domain/projects/labels";
import { getMoney } from "@/lib/domain/projects/queries-records";
import { sumByCurrency } from "@/lib/domain/projects/rules";
import { asOfFrom } from "@/lib/platform/dates/as-of";
import { getFormats } from "@/lib/platform/i18n/translator";
import type { SearchParams } from "@/lib/platform/paging/list-params";

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
  const { amounts } = await getMoney(viewer, id);
  const main = project.plannedInvestment;
  const planned = sumByCurrency([
    ...(main ? [main] : []),
    ...amounts.filter(({ kind }) => kind === "PLANNED"),
  ]);
  const actual = sumByCurrency(amounts.filter(({ kind, on }) => kind === "ACTUAL" && on <= asOf));
  const currencies = [...new Set([...planned, ...actual].map(({ currency }) => currency))].sort();
  const of = (sums: typeof planned, currency: string) =>
    sums.find((sum) => sum.currency === currency)?.amount ?? null;
  const add = project.can.money ? (
    <ButtonLink href={`/projects/${id}/money/new`}>{t("projects.money.new")}</ButtonLink>
  ) : undefined;
  return (
    <>
      <ProjectHeader project={project} side="/money" />
      {currencies.length > 0 ? (
        <DataTable
          label={t("projects.money.totals")}
          rows={currencies}
          rowKey={(currency) => currency}
          columns={[
            { key: "currency", header: t("ui.form.currency"), cell: (currency) => currency },
            {
              key: "planned",
              header: t(amountKindLabel("PLANNED")),
              align: "end",
              cell: (currency) => formats.area(of(planned, currency)),
            },
            {
              key: "actual",
              header: t("projects.money.actualBy", { on: asOf }),
              align: "end",
              cell: (currency) => formats.area(of(actual, currency)),
            },
            {
              key: "share",
              header: t("projects.money.share"),
              align: "end",
              cell: (currency) => {
                const [plan, spent] = [of(planned, currency), of(actual, currency)];
                return formats.percent(plan && spent ? Number(spent) / Number(plan) : null, 1);
              },
            },
          ]}
        />
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
