import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { bulkChoices } from "@/components/custom-fields/bulk-choices";
import { BulkPage } from "@/components/lists/bulk-page";
import { BulkUnitForm } from "@/components/units/bulk-unit-form";
import { listFieldsOf } from "@/lib/domain/custom-fields/queries";
import { can } from "@/lib/domain/permissions";
import { requireViewer } from "@/lib/platform/auth/session";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getTranslations } from "@/lib/platform/i18n/translator";
import { hrefWith } from "@/lib/platform/paging/href";
import type { SearchParams } from "@/lib/platform/paging/list-params";
import { selectionFrom } from "@/lib/platform/paging/selection";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("units"))("bulk.title") };
}

/** One choice for the units ticked in the list, or for all that it shows. */
export default async function BulkUnitsPage(props: { searchParams: Promise<SearchParams> }) {
  const [viewer, searchParams, t] = await Promise.all([
    requireViewer(),
    props.searchParams,
    getTranslations(),
  ]);
  if (!can(viewer, "units.changeMany")) forbidden();
  const selection = selectionFrom(searchParams);
  const choices = bulkChoices(viewer.locale, await listFieldsOf(viewer, "UNIT"), t("ui.bulk.takeAway"));
  return (
    <BulkPage
      list={{ href: "/units", label: t("units.title") }}
      words={{ title: t("units.bulk.title"), none: t("units.bulk.noneTitle") }}
      none={!selection.filters && selection.ids.length === 0}
    >
      {choices.length === 0 ? (
        <p role="note">{t("units.bulk.noFields")}</p>
      ) : (
        <ClientMessages namespaces={["units"]}>
          <BulkUnitForm
            selection={selection}
            listHref={hrefWith(searchParams, { id: null, all: null }, "/units")}
            choices={choices}
            labels={{ name: t("units.one") }}
          />
        </ClientMessages>
      )}
    </BulkPage>
  );
}
