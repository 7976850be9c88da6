import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { PageHeader } from "@/components/ui/page-header";
import { findUnit } from "@/components/units/find-unit";
import { UnitFormPage } from "@/components/units/unit-form-page";
import { getTranslations } from "@/lib/platform/i18n/translator";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("units"))("edit") };
}

export default async function EditUnitPage(props: { params: Promise<{ id: string }> }) {
  const [{ id }, t] = await Promise.all([props.params, getTranslations("units")]);
  const { viewer, unit: found } = await findUnit(id);
  const { can, tenants: _, ...unit } = found;
  if (!can.update) forbidden();
  return (
    <>
      <PageHeader
        title={t("edit")}
        trail={[{ href: `/units/${id}`, label: `${unit.building.code} ${unit.code}` }]}
      />
      <UnitFormPage viewer={viewer} unit={unit} />
    </>
  );
}
