import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { bulkChoices } from "@/components/custom-fields/bulk-choices";
import { BulkPage } from "@/components/lists/bulk-page";
import { BulkProjectForm } from "@/components/projects/bulk-project-form";
import { listFieldsOf } from "@/lib/domain/custom-fields/queries";
import { clusterLabel } from "@/lib/domain/enterprises/labels";
import { clusters } from "@/lib/domain/enterprises/schema";
import { can } from "@/lib/domain/permissions";
import { projectStageLabel } from "@/lib/domain/projects/labels";
import { listProjectTags } from "@/lib/domain/projects/queries-tags";
import { projectStages } from "@/lib/domain/projects/schema";
import { listOwnerOptions } from "@/lib/domain/users/queries";
import { requireViewer } from "@/lib/platform/auth/session";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getTranslations } from "@/lib/platform/i18n/translator";
import { hrefWith } from "@/lib/platform/paging/href";
import type { SearchParams } from "@/lib/platform/paging/list-params";
import { selectionFrom } from "@/lib/platform/paging/selection";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("projects"))("bulk.title") };
}

/** One change to the projects ticked in the list, or to all that it shows. */
export default async function BulkProjectsPage(props: { searchParams: Promise<SearchParams> }) {
  const [viewer, searchParams, t] = await Promise.all([
    requireViewer(),
    props.searchParams,
    getTranslations(),
  ]);
  if (!can(viewer, "projects.changeMany")) forbidden();
  const selection = selectionFrom(searchParams);
  const listHref = hrefWith(searchParams, { id: null, all: null }, "/projects");
  const [owners, tags, fields] = await Promise.all([
    listOwnerOptions(viewer),
    listProjectTags(viewer),
    listFieldsOf(viewer, "PROJECT"),
  ]);
  return (
    <BulkPage
      list={{ href: "/projects", label: t("projects.title") }}
      words={{ title: t("projects.bulk.title"), none: t("projects.bulk.noneTitle") }}
      none={!selection.filters && selection.ids.length === 0}
    >
      <ClientMessages namespaces={["projects"]}>
        <BulkProjectForm
          selection={selection}
          listHref={listHref}
          owners={owners.map(({ id, name }) => ({ value: id, label: name }))}
          clusters={clusters.map((value) => ({ value, label: t(clusterLabel(value)) }))}
          stages={projectStages
            .filter((stage) => stage !== "CANCELLED")
            .map((value) => ({ value, label: t(projectStageLabel(value)) }))}
          tags={tags}
          choices={bulkChoices(viewer.locale, fields, t("ui.bulk.takeAway"))}
          labels={{
            owner: t("projects.owner"),
            cluster: t("projects.clusterLabel"),
            stage: t("projects.stageLabel"),
            tags: t("projects.tags"),
            name: t("projects.titleLabel"),
          }}
        />
      </ClientMessages>
    </BulkPage>
  );
}
