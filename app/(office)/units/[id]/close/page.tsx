import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { PageHeader } from "@/components/ui/page-header";
import { CloseUnitForm } from "@/components/units/close-unit-form";
import { findUnit } from "@/components/units/find-unit";
import { todayInZone } from "@/lib/platform/dates/today";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getTranslations } from "@/lib/platform/i18n/translator";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("units"))("close") };
}

export default async function CloseUnitPage(props: { params: Promise<{ id: string }> }) {
  const [{ id }, t] = await Promise.all([props.params, getTranslations("units")]);
  const { unit } = await findUnit(id);
  if (!unit.can.close) forbidden();
  return (
    <>
      <PageHeader
        title={t("close")}
        trail={[{ href: `/units/${id}`, label: `${unit.building.code} ${unit.code}` }]}
      />
      <ClientMessages namespaces={["units"]}>
        <CloseUnitForm id={id} version={unit.version} today={todayInZone()} />
      </ClientMessages>
    </>
  );
}
