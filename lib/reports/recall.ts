import "server-only";
import { countDuplicates } from "@/lib/domain/enterprises/queries-duplicates";
import { PROMISE_TABLES } from "@/lib/reports/chain/facts-standings";
import { CLAIM_TABLES, listClaimAlarms } from "@/lib/reports/claims/facts";
import type { RecordedTable } from "@/lib/reports/facts-clock";
import { remembered } from "@/lib/reports/facts-memory";
import { listPlaces } from "@/lib/reports/facts-places";
import { HEADCOUNT_TABLES } from "@/lib/reports/headcount/facts-sql";
import { getPublishedHeadcount, listPublishedTotals } from "@/lib/reports/headcount/published";
import { getManagerHome } from "@/lib/reports/home";
import { listRentRollCounts } from "@/lib/reports/occupancy/facts-rows";
import { LETTING_TABLES } from "@/lib/reports/occupancy/facts-sql";
import {
  getPublishedBridge,
  getPublishedExpiry,
  getPublishedSeries,
  getPublishedTree,
} from "@/lib/reports/occupancy/published";
import { PROGRESS_TABLES } from "@/lib/reports/progress/facts-numbers";
import { getPortfolioSeries } from "@/lib/reports/progress/facts-portfolio";

/**
 * The reports as pages and the API ask for them: computed once for as long as nothing that they read is written.
 * Sums alone, not rows: those are many, and asked for in pieces.
 */

const headcountTables: RecordedTable[] = [...LETTING_TABLES, ...HEADCOUNT_TABLES];

export const recallPlaces = remembered("places", ["parks", "buildings"], listPlaces);
export const recallOccupancyTree = remembered("occupancyTree", LETTING_TABLES, getPublishedTree);
export const recallOccupancySeries = remembered("occupancySeries", LETTING_TABLES, getPublishedSeries);
export const recallExpiryProfile = remembered("expiryProfile", LETTING_TABLES, getPublishedExpiry);
export const recallRentRollCounts = remembered("rentRollCounts", LETTING_TABLES, listRentRollCounts);
export const recallBridge = remembered("bridge", LETTING_TABLES, getPublishedBridge);
export const recallHeadcount = remembered("headcount", headcountTables, getPublishedHeadcount);
export const recallHeadcountTotals = remembered("headcountTotals", headcountTables, listPublishedTotals);
const recallPastPortfolio = remembered("portfolio", PROGRESS_TABLES, getPortfolioSeries);
/** What is known now is kept for all days at once (facts-courses.ts): to remember it by the day would ask twice. */
export const recallPortfolioSeries: typeof getPortfolioSeries = (viewer, dates, options = {}) =>
  (options.knownAt ? recallPastPortfolio : getPortfolioSeries)(viewer, dates, options);
export const recallManagerHome = remembered(
  "managerHome",
  [...headcountTables, ...PROGRESS_TABLES, ...PROMISE_TABLES],
  getManagerHome,
);
/** Half a second over 40,000 firms, and asked for by each officer's home: counted again once a firm was written. */
export const recallDuplicateCount = remembered(
  "duplicateCount",
  [
    ...(["enterprises", "enterprise_identifiers", "enterprise_contacts", "enterprise_distinctions"] as const),
    ...(["leases", "presences", "headcounts"] as const),
  ],
  countDuplicates,
);
export const recallClaimAlarms = remembered("claimAlarms", CLAIM_TABLES, listClaimAlarms);
