import { UnitForm } from "@/components/units/unit-form";
import { listBuildingOptions } from "@/lib/domain/buildings/queries";
import { type CustomEntry, toCustomEntries } from "@/lib/domain/custom-fields/dto";
import { listFieldsOf } from "@/lib/domain/custom-fields/queries";
import type { UnitDto } from "@/lib/domain/units/dto";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { todayInZone } from "@/lib/platform/dates/today";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { nameOf } from "@/lib/platform/i18n/names";

/** The form with the buildings and floors that it offers. */
export async function UnitFormPage(props: {
  viewer: Viewer;
  unit?: UnitDto & { customFields: CustomEntry[] };
  buildingId?: string;
}) {
  const { viewer, unit } = props;
  const [buildings, fields] = await Promise.all([
    listBuildingOptions(viewer),
    unit ? [] : listFieldsOf(viewer, "UNIT"),
  ]);
  return (
    <ClientMessages namespaces={["units", "custom-fields"]}>
      <UnitForm
        unit={unit}
        custom={unit?.customFields ?? toCustomEntries(fields, {})}
        buildingId={props.buildingId}
        today={todayInZone()}
        buildings={buildings.map((building) => ({
          id: building.id,
          name: `${nameOf(viewer.locale, building)} (${building.park.code})`,
          floors: building.floors,
        }))}
      />
    </ClientMessages>
  );
}
