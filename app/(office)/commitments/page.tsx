import type { Metadata } from "next";
import { ListPage } from "@/components/lists/list-page";
import { PromiseTabs } from "@/components/promises/promise-tabs";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { KeyFigures } from "@/components/ui/key-figures";
import { PageHeader } from "@/components/ui/page-header";
import { listAgreementFilter } from "@/lib/domain/agreements/queries-options";
import { commitmentMetricLabel, commitmentOutcomeLabel } from "@/lib/domain/commitments/labels";
import { commitmentListSchema, commitmentMetrics } from "@/lib/domain/commitments/schema";
import { can } from "@/lib/domain/permissions";
import { requireViewer } from "@/lib/platform/auth/session";
import { reachesZone } from "@/lib/platform/auth/viewer";
import { asOfFrom } from "@/lib/platform/dates/as-of";
import { titleOf } from "@/lib/platform/i18n/names";
import { getTranslations } from "@/lib/platform/i18n/translator";
import { hrefWith } from "@/lib/platform/paging/href";
import { firstValues, parseList, type SearchParams } from "@/lib/platform/paging/list-params";
import { listCommitments } from "@/lib/reports/commitments/facts";
import { outcomes } from "@/lib/reports/commitments/types";
import { commitmentList } from "@/lib/reports/lists/commitments";
import { promiseSides } from "../promise-sides";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("commitments"))("title") };
}

export default async function CommitmentsPage(props: { searchParams: Promise<SearchParams> }) {
  const [viewer, searchParams, t] = await Promise.all([
    requireViewer(),
    props.searchParams,
    getTranslations(),
  ]);
  const params = parseList(commitmentListSchema, searchParams);
  const asOf = asOfFrom(searchParams);
  const values = firstValues(searchParams);
  const narrowed = ["query", "metric", "outcome", "agreement", "project", "promisor", "dueBy"].some(
    (name) => values[name],
  );
  const [found, agreements] = await Promise.all([
    listCommitments(viewer, params, asOf),
    listAgreementFilter(viewer, params.agreement),
  ]);
  const all = outcomes.reduce((sum, outcome) => sum + found.outcomes[outcome], 0);
  const add =
    can(viewer, "commitments.create") && reachesZone(viewer) ? (
      <ButtonLink look="primary" href="/commitments/new">
        {t("commitments.new")}
      </ButtonLink>
    ) : undefined;
  return (
    <>
      <PageHeader title={t("commitments.title")} action={add} />
      <PromiseTabs sides={promiseSides(viewer)} current="commitments" />
      {all > 0 ? (
        <KeyFigures
          label={t("commitments.outcomes")}
          figures={outcomes
            .filter((outcome) => outcome !== "NONE" || found.outcomes.NONE > 0)
            .map((outcome) => ({
              label: t(commitmentOutcomeLabel(outcome)),
              value: found.outcomes[outcome],
              basis: t("commitments.of", { total: all }),
              href: hrefWith(searchParams, { outcome, page: null }, "/commitments"),
            }))}
        />
      ) : null}
      <ListPage
        list={commitmentList}
        viewer={viewer}
        asOf={asOf}
        read={async () => found}
        params={params}
        searchParams={searchParams}
        pathname="/commitments"
        fields={[
          { name: "query", label: t("commitments.search"), type: "search" },
          {
            name: "outcome",
            label: t("commitments.outcomeLabel"),
            type: "select",
            options: outcomes.map((value) => ({ value, label: t(commitmentOutcomeLabel(value)) })),
          },
          {
            name: "metric",
            label: t("commitments.metricLabel"),
            type: "select",
            options: commitmentMetrics.map((value) => ({ value, label: t(commitmentMetricLabel(value)) })),
          },
          ...(agreements.length > 0
            ? [
                {
                  name: "agreement",
                  label: t("commitments.agreement"),
                  type: "select" as const,
                  options: agreements.map((agreement) => ({
                    value: agreement.id,
                    label: `${agreement.code} ${titleOf(viewer.locale, agreement)}`,
                  })),
                },
              ]
            : []),
          { name: "dueBy", label: t("commitments.dueBy"), type: "date" },
        ]}
        empty={
          narrowed ? (
            <EmptyState title={t("commitments.noneMatch")} />
          ) : (
            <EmptyState title={t("commitments.emptyTitle")} text={t("commitments.emptyText")} action={add} />
          )
        }
      />
    </>
  );
}
