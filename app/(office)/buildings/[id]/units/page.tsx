import type { Metadata } from "next";
import { BuildingHeader } from "@/components/buildings/building-header";
import { findBuilding } from "@/components/buildings/find-building";
import { UnitList } from "@/components/units/unit-list";
import { asOfFrom } from "@/lib/platform/dates/as-of";
import { nameOf } from "@/lib/platform/i18n/names";
import type { SearchParams } from "@/lib/platform/paging/list-params";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { viewer, building } = await findBuilding((await props.params).id);
  return { title: nameOf(viewer.locale, building) };
}

/** The units of a building on the day as a list: who is in them, how much is free. */
export default async function BuildingUnitsPage(props: Props) {
  const [{ id }, searchParams] = await Promise.all([props.params, props.searchParams]);
  const { viewer, building } = await findBuilding(id);
  return (
    <>
      <BuildingHeader building={building} side="/units" />
      <UnitList
        viewer={viewer}
        searchParams={searchParams}
        asOf={asOfFrom(searchParams)}
        pathname={`/buildings/${id}/units`}
        within={building}
      />
    </>
  );
}
