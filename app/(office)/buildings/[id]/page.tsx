import type { Metadata } from "next";
import { BuildingHeader } from "@/components/buildings/building-header";
import { findBuilding } from "@/components/buildings/find-building";
import { StackingPlan } from "@/components/stacking/stacking-plan";
import { asOfFrom } from "@/lib/platform/dates/as-of";
import { nameOf } from "@/lib/platform/i18n/names";
import type { SearchParams } from "@/lib/platform/paging/list-params";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { viewer, building } = await findBuilding((await props.params).id);
  return { title: nameOf(viewer.locale, building) };
}

/** A building is its stacking plan: who is where on the day, and what is free. */
export default async function BuildingPage(props: Props) {
  const [{ id }, searchParams] = await Promise.all([props.params, props.searchParams]);
  const { viewer, building } = await findBuilding(id);
  return (
    <>
      <BuildingHeader building={building} side="" />
      <StackingPlan
        viewer={viewer}
        building={building}
        searchParams={searchParams}
        asOf={asOfFrom(searchParams)}
      />
    </>
  );
}
