import { UnitForm } from "@/components/units/unit-form";
import { listBuildingOptions } from "@/lib/domain/buildings/queries";
import type { UnitDto } from "@/lib/domain/units/dto";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { todayInZone } from "@/lib/platform/dates/today";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { nameOf } from "@/lib/platform/i18n/names";

/** The form with the buildings and floors that it offers. */
export async function UnitFormPage(props: { viewer: Viewer; unit?: UnitDto; buildingId?: string }) {
  const buildings = await listBuildingOptions(props.viewer);
  return (
    <ClientMessages namespaces={["units"]}>
      <UnitForm
        unit={props.unit}
        buildingId={props.buildingId}
        today={todayInZone()}
        buildings={buildings.map((building) => ({
          id: building.id,
          name: `${nameOf(props.viewer.locale, building)} (${building.park.code})`,
          floors: building.floors,
        }))}
      />
    </ClientMessages>
  );
}
