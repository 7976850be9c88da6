import type { Locale } from "@/lib/platform/i18n/locales";
import { nameOf } from "@/lib/platform/i18n/names";
import type { Say } from "@/lib/reports/columns";
import type { ParkPlace } from "@/lib/reports/facts-places";
import type { GroupRow } from "@/lib/reports/headcount/columns";
import type { PublishedHeadcount } from "@/lib/reports/headcount/publish";

/** The report's groups with names: places and countries in the reader's language, clusters by their label. */
export function listGroupRows(summary: PublishedHeadcount, places: ParkPlace[], locale: Locale, say: Say) {
  const countries = new Intl.DisplayNames([locale === "zh" ? "zh-CN" : "en"], { type: "region" });
  const parks = new Map(places.map((park) => [park.id, nameOf(locale, park)]));
  const buildings = new Map(
    places.flatMap((park) =>
      park.buildings.map((building) => [
        building.id,
        `${nameOf(locale, park)} · ${nameOf(locale, building)}`,
      ]),
    ),
  );
  const rows = (
    groups: (Omit<GroupRow, "key" | "name"> & { key: string | null })[],
    name: (key: string | null) => string,
  ): GroupRow[] => groups.map((group) => ({ ...group, key: group.key ?? "", name: name(group.key) }));
  return {
    park: rows(summary.parks, (key) => parks.get(key ?? "") ?? ""),
    building: rows(
      summary.buildings,
      (key) => (key && buildings.get(key)) || say("reports.severalBuildings"),
    ),
    cluster: rows(summary.clusters, (key) => say(`enterprises.cluster.${key}`)),
    country: rows(summary.countries, (key) => (key && countries.of(key)) || say("reports.unknownCountry")),
  };
}
