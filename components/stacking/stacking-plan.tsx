import { layoutDays, layoutStack } from "@/components/charts/stacking-layout";
import { EmptyState } from "@/components/ui/empty-state";
import { Legend } from "@/components/ui/status-mark";
import type { BuildingDto } from "@/lib/domain/buildings/dto";
import { freeSpaceSchema } from "@/lib/domain/buildings/schema";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { type CivilDate, toCivil, toDayNumber } from "@/lib/platform/dates/civil";
import { todayInZone } from "@/lib/platform/dates/today";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { nameOf } from "@/lib/platform/i18n/names";
import { getTranslations } from "@/lib/platform/i18n/translator";
import { fromHundredths, toHundredths } from "@/lib/platform/money/hundredths";
import { firstValues, type SearchParams } from "@/lib/platform/paging/list-params";
import { getStackFacts } from "@/lib/reports/stacking/facts";
import { listFreeRuns } from "@/lib/reports/stacking/free-runs";
import { findWidest } from "./blocks";
import { FreeSpace } from "./free-space";
import { StackingPlayer } from "./stacking-player";
import { listStackedUnits, toWirePlan } from "./to-wire";
import { kinds } from "./wire";

/** Before this day the slider does not go: units that were "always there" exist from 1900 on. */
const ALWAYS = toDayNumber(toCivil("1950-01-01"));

type Building = BuildingDto & { can: { let: boolean } };
type Props = { viewer: Viewer; building: Building; searchParams: SearchParams; asOf: CivilDate };

/** A building's stacking plan on a day, with its whole history for the slider. */
export async function StackingPlan({ viewer, building, searchParams, asOf }: Props) {
  const [t, facts] = await Promise.all([
    getTranslations("buildings.plan"),
    getStackFacts(viewer, building.id),
  ]);
  const units = listStackedUnits(facts);
  if (units.length === 0) return <EmptyState title={t("empty")} text={t("emptyText")} />;

  const plan = toWirePlan(facts, units, viewer.locale);
  const today = todayInZone();
  const days = [...plan.turns.filter((day) => day > ALWAYS), toDayNumber(today), toDayNumber(asOf)];
  const [from, to] = [Math.min(...days), Math.max(...days)];

  const wanted = freeSpaceSchema.parse(firstValues(searchParams));
  const freeFrom = toCivil(wanted.freeFrom ?? asOf);
  const runs = wanted.area ? listFreeRuns(units, { area: toHundredths(wanted.area), from: freeFrom }) : null;
  const layout = layoutStack(plan.floors, findWidest(plan));
  const floors = new Map(facts.floors.map(({ id, label }) => [id, label]));
  const codeOf = (id: string | undefined) => facts.places.get(id ?? "")?.code ?? "";
  return (
    <ClientMessages namespaces={["buildings", "units"]}>
      {layout.height < layout.width * 0.75 ? (
        <style>{"@media print { @page { size: landscape } }"}</style>
      ) : null}
      <StackingPlayer
        {...{ plan, layout, today, from, to }}
        ticks={layoutDays(from, to)}
        building={{
          name: nameOf(viewer.locale, building),
          file: `${building.park.code}-${building.code}`,
        }}
        found={runs?.flatMap(({ unitIds }) => unitIds) ?? []}
        mayLet={building.can.let}
        legend={<Legend kinds={[...kinds]} />}
        search={
          <FreeSpace
            buildingId={building.id}
            params={{ area: wanted.area, freeFrom }}
            runs={
              runs?.map(({ floorId, unitIds, area }) => ({
                key: unitIds.join(),
                floor: floors.get(floorId) ?? "",
                first: codeOf(unitIds[0]),
                last: codeOf(unitIds.at(-1)),
                area: fromHundredths(area),
              })) ?? null
            }
          />
        }
      />
    </ClientMessages>
  );
}
