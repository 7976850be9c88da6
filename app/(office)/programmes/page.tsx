import type { Metadata } from "next";
import { ListPage } from "@/components/lists/list-page";
import { PromiseTabs } from "@/components/promises/promise-tabs";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/domain/permissions";
import { listProgrammes } from "@/lib/domain/programmes/queries";
import { programmeListSchema } from "@/lib/domain/programmes/schema";
import { requireViewer } from "@/lib/platform/auth/session";
import { reachesZone } from "@/lib/platform/auth/viewer";
import { asOfFrom } from "@/lib/platform/dates/as-of";
import { getTranslations } from "@/lib/platform/i18n/translator";
import { firstValues, parseList, type SearchParams } from "@/lib/platform/paging/list-params";
import { programmeList, withFigures } from "@/lib/reports/lists/programmes";
import { promiseSides } from "../promise-sides";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("programmes"))("title") };
}

export default async function ProgrammesPage(props: { searchParams: Promise<SearchParams> }) {
  const [viewer, searchParams, t] = await Promise.all([
    requireViewer(),
    props.searchParams,
    getTranslations("programmes"),
  ]);
  const params = parseList(programmeListSchema, searchParams);
  const asOf = asOfFrom(searchParams);
  const narrowed = Object.keys(firstValues(searchParams)).some((name) =>
    ["query", "institute", "agreement"].includes(name),
  );
  const add =
    can(viewer, "programmes.create") && reachesZone(viewer) ? (
      <ButtonLink look="primary" href="/programmes/new">
        {t("new")}
      </ButtonLink>
    ) : undefined;
  return (
    <>
      <PageHeader title={t("title")} action={add} />
      <PromiseTabs sides={promiseSides(viewer)} current="programmes" />
      <ListPage
        list={programmeList}
        viewer={viewer}
        asOf={asOf}
        read={async () => {
          const { rows, ...rest } = await listProgrammes(viewer, params);
          return { ...rest, rows: await withFigures(viewer, rows, asOf) };
        }}
        params={params}
        searchParams={searchParams}
        pathname="/programmes"
        fields={[{ name: "query", label: t("search"), type: "search" }]}
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
