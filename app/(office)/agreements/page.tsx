import type { Metadata } from "next";
import { promiseSides } from "@/app/(office)/promise-sides";
import { GridLink } from "@/components/imports/grid-link";
import { ListPage } from "@/components/lists/list-page";
import { PromiseTabs } from "@/components/promises/promise-tabs";
import { AppLink } from "@/components/ui/app-link";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { agreementKindLabel, agreementStateLabel } from "@/lib/domain/agreements/labels";
import { agreementKinds, agreementListSchema, agreementStates } from "@/lib/domain/agreements/schema";
import { clusterLabel } from "@/lib/domain/enterprises/labels";
import { clusters } from "@/lib/domain/enterprises/schema";
import { toMeetingTitles } from "@/lib/domain/meetings/dto";
import { listMeetingOptions } from "@/lib/domain/meetings/queries";
import { can } from "@/lib/domain/permissions";
import { requireViewer } from "@/lib/platform/auth/session";
import { reachesZone } from "@/lib/platform/auth/viewer";
import { asOfFrom } from "@/lib/platform/dates/as-of";
import { commonCountries, countryName } from "@/lib/platform/i18n/countries";
import { titleOf } from "@/lib/platform/i18n/names";
import { getTranslations } from "@/lib/platform/i18n/translator";
import { firstValues, parseList, type SearchParams } from "@/lib/platform/paging/list-params";
import { agreementList, listAgreementRows } from "@/lib/reports/lists/agreements";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("agreements"))("title") };
}

export default async function AgreementsPage(props: { searchParams: Promise<SearchParams> }) {
  const [viewer, searchParams, t] = await Promise.all([
    requireViewer(),
    props.searchParams,
    getTranslations(),
  ]);
  const params = parseList(agreementListSchema, searchParams);
  const values = firstValues(searchParams);
  const asOf = asOfFrom(searchParams);
  const meetings = can(viewer, "meetings.read") ? await listMeetingOptions(viewer) : [];
  const narrowed = ["query", "kind", "cluster", "state", "country", "meeting", "party", "park"].some(
    (name) => values[name],
  );
  const may = reachesZone(viewer) && can(viewer, "agreements.create");
  const add = may ? (
    <ButtonLink look="primary" href="/agreements/new">
      {t("agreements.new")}
    </ButtonLink>
  ) : undefined;
  const select = <Value extends string>(
    name: string,
    values: readonly Value[],
    label: (value: Value) => string,
  ) => ({
    name,
    label: t(`agreements.${name}Label`),
    type: "select" as const,
    options: values.map((value) => ({ value, label: t(label(value)) })),
  });
  return (
    <>
      <PageHeader
        title={t("agreements.title")}
        action={add}
        more={
          may ? (
            <>
              <AppLink href="/imports/new?kind=agreements">{t("agreements.import")}</AppLink>
              <GridLink kind="agreements" searchParams={searchParams} />
            </>
          ) : undefined
        }
      />
      <PromiseTabs sides={promiseSides(viewer)} current="agreements" />
      <ListPage
        viewer={viewer}
        list={agreementList}
        params={params}
        asOf={asOf}
        searchParams={searchParams}
        pathname="/agreements"
        read={() => listAgreementRows(viewer, params, asOf)}
        fields={[
          { name: "query", label: t("agreements.search"), type: "search" },
          select("state", agreementStates, agreementStateLabel),
          select("kind", agreementKinds, agreementKindLabel),
          select("cluster", clusters, clusterLabel),
          {
            name: "country",
            label: t("agreements.partyCountry"),
            type: "select",
            options: commonCountries.map((code) => ({
              value: code,
              label: countryName(viewer.locale, code) ?? code,
            })),
          },
          ...(meetings.length > 0
            ? [
                {
                  name: "meeting",
                  label: t("agreements.meeting"),
                  type: "select" as const,
                  options: meetings.map((meeting) => ({
                    value: meeting.id,
                    label: titleOf(viewer.locale, toMeetingTitles(meeting)),
                  })),
                },
              ]
            : []),
        ]}
        empty={
          narrowed ? (
            <EmptyState title={t("agreements.noneMatch")} />
          ) : (
            <EmptyState title={t("agreements.emptyTitle")} text={t("agreements.emptyText")} action={add} />
          )
        }
      />
    </>
  );
}
