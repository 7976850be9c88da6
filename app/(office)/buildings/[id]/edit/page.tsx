import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { BuildingForm } from "@/components/buildings/building-form";
import { findBuilding } from "@/components/buildings/find-building";
import { PageHeader } from "@/components/ui/page-header";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { nameOf } from "@/lib/platform/i18n/names";
import { getTranslations } from "@/lib/platform/i18n/translator";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("buildings"))("edit") };
}

export default async function EditBuildingPage(props: { params: Promise<{ id: string }> }) {
  const [{ id }, t] = await Promise.all([props.params, getTranslations("buildings")]);
  const { viewer, building: found } = await findBuilding(id);
  const { can, ...building } = found;
  if (!can.update) forbidden();
  return (
    <>
      <PageHeader
        title={t("edit")}
        trail={[{ href: `/buildings/${id}`, label: nameOf(viewer.locale, building) }]}
      />
      <ClientMessages namespaces={["buildings"]}>
        <BuildingForm building={building} parks={[]} />
      </ClientMessages>
    </>
  );
}
