import type { Locale } from "@/lib/platform/i18n/locales";
import { nameOf } from "@/lib/platform/i18n/names";
import type { SearchHit, SearchKind } from "./queries";

/** One line of what was found: where it leads, what it is called, what tells it from its like. */
export type SearchItem = { href: string; name: string; hint: string | null };
export type SearchGroup = { key: GroupKey; items: SearchItem[] };
export type GroupKey = "places" | "enterprises" | "leases" | "units" | "projects" | "agreements";

const nouns: Record<SearchKind, Exclude<GroupKey, "places">> = {
  enterprise: "enterprises",
  lease: "leases",
  unit: "units",
  project: "projects",
  agreement: "agreements",
};

/** What was found as a reader sees it, by kind; a kind without a hit is left out. */
export function toSearchGroups(
  locale: Locale,
  places: { href: string; name: string }[],
  hits: SearchHit[],
): SearchGroup[] {
  const groups: SearchGroup[] = [{ key: "places", items: places.map((place) => ({ ...place, hint: null })) }];
  for (const [kind, key] of Object.entries(nouns)) {
    const items = hits.filter((hit) => hit.kind === kind).map((hit) => toItem(locale, hit));
    groups.push({ key, items });
  }
  return groups.filter((group) => group.items.length > 0);
}

/** Leases and units are known by their code, firms, projects and agreements by their name. */
function toItem(locale: Locale, hit: SearchHit): SearchItem {
  const href = `/${nouns[hit.kind]}/${hit.id}`;
  const name = nameOf(locale, hit);
  if (hit.kind === "lease" || hit.kind === "unit") return { href, name: hit.code ?? name, hint: name };
  return { href, name, hint: [hit.former, hit.code].filter(Boolean).join(" · ") || null };
}
