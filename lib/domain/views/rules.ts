import { forbidden } from "@/lib/platform/errors/app-error";
import { firstValues, type SearchParams } from "@/lib/platform/paging/list-params";

/** Who asks, in so far as these rules depend on it; `enterpriseIds` is null for the office. */
type Asking = { userId: string | null; role: string; enterpriseIds: readonly string[] | null };

/** What an address says beside what its list is narrowed to, in which order and columns. */
const aside = new Set([
  "view",
  "asOf",
  "page",
  "pageSize",
  "move",
  "sums",
  "format",
  "all",
  "id",
  "list",
  "problem",
]);

/** The part of an address that a view keeps, always written the same, so that two can be compared. */
export function toViewQuery(params: SearchParams): string {
  const kept = Object.entries(firstValues(params)).filter(([name]) => !aside.has(name));
  return new URLSearchParams(kept.sort(([a], [b]) => (a < b ? -1 : 1))).toString();
}

/** A firm's own people keep their views to themselves. */
export function mayShare(viewer: Asking): boolean {
  return viewer.enterpriseIds === null;
}

/** Whoever made it; and the administrator a shared one, since people leave. */
export function mayChange(viewer: Asking, view: { ownerId: string; shared: boolean }): boolean {
  return (
    (viewer.userId !== null && view.ownerId === viewer.userId) || (view.shared && viewer.role === "ADMIN")
  );
}

/** @throws AppError FORBIDDEN */
export function assertMay(allowed: boolean): void {
  if (!allowed) throw forbidden();
}
