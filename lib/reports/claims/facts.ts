import "server-only";
import type { ClaimDto } from "@/lib/domain/claims/dto";
import { listStandingClaims } from "@/lib/domain/claims/queries";
import { assertCan, can } from "@/lib/domain/permissions";
import type { Viewer } from "@/lib/platform/auth/viewer";
import type { CivilDate } from "@/lib/platform/dates/civil";
import type { RecordedTable } from "@/lib/reports/facts-clock";
import { LETTING_TABLES } from "@/lib/reports/occupancy/facts-sql";
import { PROGRESS_TABLES } from "@/lib/reports/progress/facts-numbers";
import { computeClaim, toAsks } from "./compute";
import { fetchFigures } from "./facts-figures";
import type { ClaimFigures } from "./types";

/** Claims with their figures on their own day and on the reader's; see `fetchFigures` for what it asks. */
export async function withFigures<Claim extends ClaimDto>(
  viewer: Viewer,
  claims: Claim[],
  on: CivilDate,
): Promise<(Claim & { figures: ClaimFigures })[]> {
  assertCan(viewer, "claims.read");
  const figures = await fetchFigures(toAsks(claims, on));
  return claims.map((claim) => ({ ...claim, figures: computeClaim(claim, on, figures) }));
}

/** Every table that a claim's figure is made from. */
export const CLAIM_TABLES: RecordedTable[] = [
  ...LETTING_TABLES,
  ...PROGRESS_TABLES,
  "headcounts",
  "claims",
  "claim_bindings",
  "programmes",
  "programme_cohorts",
  "instruments",
  "rates",
  "agreements",
];

/** A claim that says more than the record does on the day. */
export interface ClaimAlarm {
  id: string;
  code: string;
  textZh: string | null;
  textEn: string | null;
  publishedOn: CivilDate;
}

/**
 * The claims of which a figure is below what was said, the newest first; none for who may not read claims. What was
 * published later than the day is not said yet.
 */
export async function listClaimAlarms(viewer: Viewer, on: CivilDate): Promise<ClaimAlarm[]> {
  if (!can(viewer, "claims.read")) return [];
  const said = (await listStandingClaims(viewer)).filter(({ publishedOn }) => publishedOn <= on);
  const claims = await withFigures(viewer, said, on);
  return claims
    .filter(({ figures }) => figures.state === "BELOW")
    .map(({ id, code, textZh, textEn, publishedOn }) => ({ id, code, textZh, textEn, publishedOn }));
}
