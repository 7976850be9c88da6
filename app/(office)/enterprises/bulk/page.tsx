import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { bulkChoices } from "@/components/custom-fields/bulk-choices";
import { BulkEnterpriseForm } from "@/components/enterprises/bulk-enterprise-form";
import { BulkPage } from "@/components/lists/bulk-page";
import { listFieldsOf } from "@/lib/domain/custom-fields/queries";
import { clusterLabel, stageLabel } from "@/lib/domain/enterprises/labels";
import { listEnterpriseTags } from "@/lib/domain/enterprises/queries-tags";
import { clusters, enterpriseStages } from "@/lib/domain/enterprises/schema";
import { can } from "@/lib/domain/permissions";
import { listOwnerOptions } from "@/lib/domain/users/queries";
import { requireViewer } from "@/lib/platform/auth/session";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getTranslations } from "@/lib/platform/i18n/translator";
import { hrefWith } from "@/lib/platform/paging/href";
import type { SearchParams } from "@/lib/platform/paging/list-params";
import { selectionFrom } from "@/lib/platform/paging/selection";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("enterprises"))("bulk.title") };
}

/** One change to the firms ticked in the list, or to all that it shows. */
export default async function BulkEnterprisesPage(props: { searchParams: Promise<SearchParams> }) {
  const [viewer, searchParams, t] = await Promise.all([
    requireViewer(),
    props.searchParams,
    getTranslations(),
  ]);
  if (!can(viewer, "enterprises.changeMany")) forbidden();
  const selection = selectionFrom(searchParams);
  const listHref = hrefWith(searchParams, { id: null, all: null }, "/enterprises");
  const [owners, tags, fields] = await Promise.all([
    listOwnerOptions(viewer),
    listEnterpriseTags(viewer),
    listFieldsOf(viewer, "ENTERPRISE"),
  ]);
  return (
    <BulkPage
      list={{ href: "/enterprises", label: t("enterprises.title") }}
      words={{ title: t("enterprises.bulk.title"), none: t("enterprises.bulk.noneTitle") }}
      none={!selection.filters && selection.ids.length === 0}
    >
      <ClientMessages namespaces={["enterprises"]}>
        <BulkEnterpriseForm
          selection={selection}
          listHref={listHref}
          owners={owners.map(({ id, name }) => ({ value: id, label: name }))}
          clusters={clusters.map((value) => ({ value, label: t(clusterLabel(value)) }))}
          stages={enterpriseStages.map((value) => ({ value, label: t(stageLabel(value)) }))}
          tags={tags}
          choices={bulkChoices(viewer.locale, fields, t("ui.bulk.takeAway"))}
          labels={{
            owner: t("enterprises.owner"),
            cluster: t("enterprises.clusterLabel"),
            stage: t("enterprises.stageLabel"),
            tags: t("enterprises.tags"),
            name: t("enterprises.name"),
          }}
        />
      </ClientMessages>
    </BulkPage>
  );
}
