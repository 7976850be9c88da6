import type { Verb } from "../permissions";

/** What stands between letters and says nothing: the same marks as `search_fold` takes out in the database. */
const BETWEEN = /[\s\-_.,;:/\\|&+()[\]{}<>#*'"·•、，。；：（）【】《》“”‘’－／]/g;

/** As long as the longest place that the database keeps. */
const LONGEST = 40;

/** What is typed, as the database keeps it: one width, one case, nothing between the letters. */
export function toNeedle(typed: string): string {
  return typed.normalize("NFKC").toLowerCase().replace(BETWEEN, "").slice(0, LONGEST);
}

/** The words of what is typed, each as a needle; the longest first, since it finds the fewest. */
export function toNeedles(typed: string): string[] {
  const words = typed.normalize("NFKC").split(/\s+/).map(toNeedle).filter(Boolean);
  return [...new Set(words)].sort((a, b) => b.length - a.length);
}

/** Whether a needle says enough to look for: one Chinese character, or two of anything else. */
export function isEnough(needle: string): boolean {
  return needle.length > 1 || /\p{Script=Han}/u.test(needle);
}

/** A page or a verb that the box leads to: its address, its words, and who may. */
export type SearchPlace = { href: string; label: string; verb?: Verb };

/** In the order in which they are offered; `label` is a message's key. */
export const findablePlaces: readonly SearchPlace[] = [
  { href: "/leases/log", label: "leases.log", verb: "leases.logTenancy" },
  { href: "/leases/new", label: "leases.new", verb: "leases.create" },
  { href: "/enterprises/new", label: "enterprises.new", verb: "enterprises.create" },
  { href: "/units/new", label: "units.new", verb: "units.create" },
  { href: "/buildings/new", label: "buildings.new", verb: "buildings.create" },
  { href: "/parks/new", label: "parks.new", verb: "parks.create" },
  { href: "/projects/new", label: "projects.new", verb: "projects.create" },
  { href: "/imports/new", label: "imports.new", verb: "imports.create" },
  { href: "/users/new", label: "users.new", verb: "users.create" },
  { href: "/", label: "nav.home" },
  { href: "/parks", label: "parks.title", verb: "parks.read" },
  { href: "/buildings", label: "buildings.title", verb: "buildings.read" },
  { href: "/units", label: "units.title", verb: "units.read" },
  { href: "/enterprises", label: "enterprises.title", verb: "enterprises.read" },
  { href: "/enterprises/duplicates", label: "enterprises.duplicates.title", verb: "enterprises.merge" },
  { href: "/leases", label: "leases.title", verb: "leases.read" },
  { href: "/employees", label: "employees.title", verb: "employees.read" },
  { href: "/projects", label: "projects.title", verb: "projects.read" },
  { href: "/reports/promises", label: "reports.promises.title", verb: "reports.rows" },
  { href: "/agreements", label: "agreements.title", verb: "agreements.read" },
  { href: "/meetings", label: "meetings.title", verb: "meetings.read" },
  { href: "/action-items", label: "action-items.title", verb: "action-items.read" },
  { href: "/reports/occupancy", label: "reports.occupancy.title", verb: "reports.read" },
  { href: "/reports/headcount", label: "reports.headcount.title", verb: "reports.read" },
  { href: "/reports/progress", label: "reports.progress.title", verb: "reports.read" },
  { href: "/reports/timeline", label: "reports.timeline.title", verb: "reports.rows" },
  { href: "/commitments", label: "commitments.title", verb: "commitments.read" },
  { href: "/commitments/new", label: "commitments.new", verb: "commitments.create" },
  { href: "/imports", label: "imports.title", verb: "imports.read" },
  { href: "/change-sets", label: "change-sets.title", verb: "change-sets.read" },
  { href: "/settings", label: "settings.title", verb: "users.read" },
  { href: "/users", label: "users.title", verb: "users.read" },
  { href: "/tokens", label: "tokens.title", verb: "tokens.read" },
  { href: "/custom-fields", label: "custom-fields.title", verb: "custom-fields.read" },
  { href: "/name-openings", label: "name-openings.title", verb: "name-openings.read" },
  { href: "/jobs", label: "jobs.title", verb: "jobs.read" },
  { href: "/programmes/new", label: "programmes.new", verb: "programmes.create" },
  { href: "/instruments/new", label: "instruments.new", verb: "instruments.create" },
  { href: "/rates/new", label: "rates.new", verb: "rates.create" },
  { href: "/policies/new", label: "policies.new", verb: "policies.create" },
  { href: "/claims/new", label: "claims.new", verb: "claims.create" },
  { href: "/programmes", label: "programmes.title", verb: "programmes.read" },
  { href: "/instruments", label: "instruments.title", verb: "instruments.read" },
  { href: "/rates", label: "rates.title", verb: "rates.read" },
  { href: "/policies", label: "policies.title", verb: "policies.read" },
  { href: "/claims", label: "claims.title", verb: "claims.read" },
  { href: "/return-rounds", label: "return-rounds.title", verb: "return-rounds.read" },
  { href: "/return-rounds/new", label: "return-rounds.new", verb: "return-rounds.create" },
  { href: "/return-forms", label: "return-forms.title", verb: "return-forms.read" },
  { href: "/return-forms/new", label: "return-forms.new", verb: "return-forms.create" },
  { href: "/returns", label: "returns.title", verb: "return-rounds.read" },
  { href: "/zone", label: "zone.title", verb: "zone.read" },
  { href: "/password", label: "nav.password" },
];
