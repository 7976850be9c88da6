import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { BuildingForm } from "@/components/buildings/building-form";
import { PageHeader } from "@/components/ui/page-header";
import { listParkOptions } from "@/lib/domain/parks/queries";
import { can } from "@/lib/domain/permissions";
import { requireViewer } from "@/lib/platform/auth/session";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { nameOf } from "@/lib/platform/i18n/names";
import { getTranslations } from "@/lib/platform/i18n/translator";
import { firstValues, type SearchParams } from "@/lib/platform/paging/list-params";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("buildings"))("newTitle") };
}

export default async function NewBuildingPage(props: { searchParams: Promise<SearchParams> }) {
  const [viewer, searchParams, t] = await Promise.all([
    requireViewer(),
    props.searchParams,
    getTranslations("buildings"),
  ]);
  if (!can(viewer, "buildings.create")) forbidden();
  const parks = await listParkOptions(viewer);
  const { park: code } = firstValues(searchParams);
  return (
    <>
      <PageHeader title={t("newTitle")} trail={[{ href: "/buildings", label: t("title") }]} />
      <ClientMessages namespaces={["buildings"]}>
        <BuildingForm
          parks={parks.map((park) => ({ value: park.id, label: nameOf(viewer.locale, park) }))}
          parkId={parks.find((park) => park.code === code)?.id}
        />
      </ClientMessages>
    </>
  );
}
