import type { Metadata } from "next";
import { CustomFacts } from "@/components/custom-fields/custom-facts";
import { DataTable } from "@/components/ui/data-table";
import { DescriptionList } from "@/components/ui/description-list";
import { EmptyState } from "@/components/ui/empty-state";
import { findUnit } from "@/components/units/find-unit";
import { UnitHeader } from "@/components/units/unit-header";
import { UnitLineage } from "@/components/units/unit-lineage";
import { availabilityLabel, unitUseLabels } from "@/lib/domain/units/labels";
import { listSuccessions } from "@/lib/domain/units/queries-changes";
import { nameOf } from "@/lib/platform/i18n/names";
import { getFormats, getTranslations } from "@/lib/platform/i18n/translator";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { unit } = await findUnit((await props.params).id);
  return { title: `${unit.building.code} ${unit.code}` };
}

export default async function UnitPage(props: Props) {
  const [{ id }, t, formats] = await Promise.all([props.params, getTranslations(), getFormats()]);
  const { viewer, unit } = await findUnit(id);
  const successions = await listSuccessions(viewer, id);
  return (
    <>
      <UnitHeader unit={unit} side="" />
      <DescriptionList
        items={[
          { label: t("units.park"), value: nameOf(viewer.locale, unit.park) },
          { label: t("units.building"), value: nameOf(viewer.locale, unit.building) },
          { label: t("units.floor"), value: unit.floor },
          { label: t("units.area"), value: formats.area(unit.area) },
          { label: t("units.useLabel"), value: t(unitUseLabels[unit.use]) },
          { label: t("units.availabilityLabel"), value: t(availabilityLabel(unit.availability)) },
          { label: t("units.shared"), value: unit.shared ? t("common.yes") : t("common.no") },
          { label: t("units.seats"), value: unit.seats },
          { label: t("units.validFrom"), value: formats.date(unit.validFrom) },
          { label: t("units.validTo"), value: unit.validTo ? formats.date(unit.validTo) : null },
        ]}
      />
      <CustomFacts entries={unit.customFields} />
      <UnitLineage successions={successions} />
      <h2>{t("units.lettings")}</h2>
      <DataTable
        label={t("units.lettings")}
        rows={unit.tenants}
        rowKey={(tenant) => tenant.leaseId}
        rowHref={(tenant) => `/leases/${tenant.leaseId}`}
        empty={<EmptyState title={t("units.noLetting")} />}
        columns={[
          { key: "lease", header: t("units.lease"), cell: (tenant) => tenant.leaseNo },
          {
            key: "tenant",
            header: t("units.tenant"),
            wrap: true,
            cell: (tenant) => nameOf(viewer.locale, tenant),
          },
          { key: "area", header: t("units.area"), align: "end", cell: (tenant) => formats.area(tenant.area) },
          { key: "from", header: t("units.from"), cell: (tenant) => formats.date(tenant.from) },
          { key: "to", header: t("units.to"), cell: (tenant) => formats.date(tenant.to) },
        ]}
      />
    </>
  );
}
