import type { Metadata } from "next";
import { customFilters } from "@/components/custom-fields/custom-filters";
import { GridLink } from "@/components/imports/grid-link";
import { ProjectList } from "@/components/projects/project-list";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { listAgreementFilter } from "@/lib/domain/agreements/queries-options";
import { getCustomAsk } from "@/lib/domain/custom-fields/queries";
import { clusterLabel } from "@/lib/domain/enterprises/labels";
import { clusters } from "@/lib/domain/enterprises/schema";
import { can } from "@/lib/domain/permissions";
import { projectKindLabel, projectStageLabel } from "@/lib/domain/projects/labels";
import { projectKinds, projectListSchema, projectStages } from "@/lib/domain/projects/schema";
import { requireViewer } from "@/lib/platform/auth/session";
import { asOfFrom } from "@/lib/platform/dates/as-of";
import { titleOf } from "@/lib/platform/i18n/names";
import { getTranslations } from "@/lib/platform/i18n/translator";
import { firstValues, parseList, type SearchParams } from "@/lib/platform/paging/list-params";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("projects"))("title") };
}

export default async function ProjectsPage(props: { searchParams: Promise<SearchParams> }) {
  const [viewer, searchParams, t] = await Promise.all([
    requireViewer(),
    props.searchParams,
    getTranslations(),
  ]);
  const params = parseList(projectListSchema, searchParams);
  const values = firstValues(searchParams);
  const custom = await getCustomAsk(viewer, "PROJECT", values);
  const agreements = await listAgreementFilter(viewer, params.agreement);
  const set = ["query", "cluster", "kind", "stage", "park", "tag", "agreement"].some((name) => values[name]);
  const narrowed = set || custom.filters.length > 0;
  const add = can(viewer, "projects.create") ? (
    <ButtonLink look="primary" href="/projects/new">
      {t("projects.new")}
    </ButtonLink>
  ) : undefined;
  const select = <Value extends string>(
    name: string,
    values: readonly Value[],
    label: (value: Value) => string,
  ) => ({
    name,
    label: t(`projects.${name}Label`),
    type: "select" as const,
    options: values.map((value) => ({ value, label: t(label(value)) })),
  });
  return (
    <>
      <PageHeader
        title={t("projects.title")}
        action={add}
        more={add ? <GridLink kind="projects" searchParams={searchParams} /> : undefined}
      />
      <ProjectList
        viewer={viewer}
        params={params}
        custom={custom}
        asOf={asOfFrom(searchParams)}
        searchParams={searchParams}
        pathname="/projects"
        select={can(viewer, "projects.changeMany")}
        fields={[
          { name: "query", label: t("projects.search"), type: "search" },
          select("cluster", clusters, clusterLabel),
          select("kind", projectKinds, projectKindLabel),
          select("stage", projectStages, projectStageLabel),
          {
            name: "agreement",
            label: t("projects.agreement"),
            type: "select",
            options: agreements.map((agreement) => ({
              value: agreement.id,
              label: `${agreement.code} ${titleOf(viewer.locale, agreement)}`,
            })),
          },
          { name: "tag", label: t("projects.tag"), type: "text" },
        ]}
        more={{
          title: t("custom-fields.further"),
          fields: await customFilters(viewer.locale, custom.fields),
        }}
        empty={
          narrowed ? (
            <EmptyState title={t("projects.noneMatch")} />
          ) : (
            <EmptyState title={t("projects.emptyTitle")} text={t("projects.emptyText")} action={add} />
          )
        }
      />
    </>
  );
}
