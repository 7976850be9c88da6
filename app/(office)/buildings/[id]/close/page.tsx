import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { CloseBuildingForm } from "@/components/buildings/close-building-form";
import { findBuilding } from "@/components/buildings/find-building";
import { PageHeader } from "@/components/ui/page-header";
import { todayInZone } from "@/lib/platform/dates/today";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { nameOf } from "@/lib/platform/i18n/names";
import { getTranslations } from "@/lib/platform/i18n/translator";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("buildings"))("close") };
}

export default async function CloseBuildingPage(props: { params: Promise<{ id: string }> }) {
  const [{ id }, t] = await Promise.all([props.params, getTranslations("buildings")]);
  const { viewer, building } = await findBuilding(id);
  if (!building.can.close) forbidden();
  return (
    <>
      <PageHeader
        title={t("close")}
        trail={[{ href: `/buildings/${id}`, label: nameOf(viewer.locale, building) }]}
      />
      <ClientMessages namespaces={["buildings"]}>
        <CloseBuildingForm id={id} version={building.version} today={todayInZone()} />
      </ClientMessages>
    </>
  );
}
