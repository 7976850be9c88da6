import { z } from "zod";
import { defineRoute } from "@/lib/platform/api/route";
import { type CivilDate, toCivil } from "@/lib/platform/dates/civil";
import { listMonthlySteps } from "@/lib/platform/dates/periods";
import { invalid } from "@/lib/platform/errors/app-error";
import { remembered } from "@/lib/reports/facts-memory";
import type { ParkPlace } from "@/lib/reports/facts-places";
import { emptyOccupancy, toFigures } from "@/lib/reports/occupancy/compute";
import { LETTING_TABLES } from "@/lib/reports/occupancy/facts-sql";
import type { PublishedTree } from "@/lib/reports/occupancy/publish";
import {
  recallBridge,
  recallExpiryProfile,
  recallOccupancySeries,
  recallOccupancyTree,
  recallPlaces,
} from "@/lib/reports/recall";
import {
  areaShape,
  asOfQuery,
  dateShape,
  dayOf,
  instantOf,
  knownAtQuery,
  namesShape,
  periodQuery,
  rateShape,
  toPlaceNames,
} from "./shapes";

/** Ten years of months. */
const MOST_POINTS = 121;

const figuresShape = {
  lettableArea: areaShape,
  /** Null where it is withheld, as are those below: few firms make it, or it would give away what few make. */
  occupiedArea: areaShape.nullable(),
  committedArea: areaShape.nullable(),
  vacantArea: areaShape.nullable(),
  occupancyRate: rateShape,
  committedRate: rateShape,
  units: z.int(),
  unitsOccupied: z.int().nullable(),
  unitsFullyLet: z.int().nullable(),
  waleYears: z.number().nullable(),
  tenants: z.int().nullable(),
};
const place = { code: z.string(), ...namesShape, ...figuresShape };

/** The whole answer, so that whether it still holds is one question and not one of its figures and one of its places. */
const recallAnswer = remembered(
  "occupancyAnswer",
  LETTING_TABLES,
  async (viewer, asOf: CivilDate, options: { knownAt: Date | null }) => {
    const [tree, places] = await Promise.all([
      recallOccupancyTree(viewer, asOf, options),
      recallPlaces(viewer, options),
    ]);
    return toAnswer(asOf, tree, places);
  },
);

function toAnswer(asOf: CivilDate, tree: PublishedTree, places: ParkPlace[]) {
  const none = emptyOccupancy();
  return {
    asOf,
    total: toFigures(tree.total),
    parks: places.map((park) => ({
      ...toPlaceNames(park),
      ...toFigures(tree.byPark.get(park.id) ?? none),
      buildings: park.buildings.map((building) => ({
        ...toPlaceNames(building),
        ...toFigures(tree.byBuilding.get(building.id) ?? none),
      })),
    })),
  };
}

export const occupancy = defineRoute({
  id: "getOccupancy",
  path: "/occupancy",
  tag: "occupancy",
  query: z.object({ ...asOfQuery, ...knownAtQuery }),
  answer: z.object({
    asOf: dateShape,
    total: z.object(figuresShape),
    parks: z.array(z.object({ ...place, buildings: z.array(z.object(place)) })),
  }),
  kept: true,
  handle: (viewer, { query }) =>
    recallAnswer(viewer, dayOf(query.asOf), { knownAt: instantOf(query.knownAt) }),
});

export const occupancySeries = defineRoute({
  id: "getOccupancySeries",
  path: "/occupancy/series",
  tag: "occupancy",
  query: z.object({ ...periodQuery, step: z.enum(["month"]).default("month"), ...knownAtQuery }),
  answer: z.object({ points: z.array(z.object({ asOf: dateShape, ...figuresShape })) }),
  handle: async (viewer, { query }) => {
    const { from, to } = toPeriod(query);
    // Counted before they are made: a range of a thousand years is one line to ask for.
    const months = (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + 12;
    if (months > MOST_POINTS + 24) throw invalid({ to: `api.errors.tooManyPoints?max=${MOST_POINTS}` });
    const dates = listMonthlySteps(from, to);
    if (dates.length > MOST_POINTS) throw invalid({ to: `api.errors.tooManyPoints?max=${MOST_POINTS}` });
    const series = await recallOccupancySeries(viewer, dates, { knownAt: instantOf(query.knownAt) });
    return { points: series.map(({ asOf, ...detail }) => ({ asOf, ...toFigures(detail) })) };
  },
});

export const occupancyMovement = defineRoute({
  id: "getOccupancyMovement",
  path: "/occupancy/movement",
  tag: "occupancy",
  query: z.object({ ...periodQuery, ...knownAtQuery }),
  answer: z.object({
    opening: areaShape.nullable(),
    takeUp: areaShape.nullable(),
    terminations: areaShape.nullable(),
    supplyChange: areaShape,
    closing: areaShape.nullable(),
    netAbsorption: areaShape.nullable(),
  }),
  handle: async (viewer, { query }) => {
    const { from, to } = toPeriod(query);
    const bridge = await recallBridge(viewer, from, to, { knownAt: instantOf(query.knownAt) });
    const { opening, takeUp, terminations, supplyChange, closing, netAbsorption } = bridge;
    return { opening, takeUp, terminations, supplyChange, closing, netAbsorption };
  },
});

export const occupancyExpiry = defineRoute({
  id: "getOccupancyExpiry",
  path: "/occupancy/expiry",
  tag: "occupancy",
  query: z.object({ ...asOfQuery, by: z.enum(["year", "quarter"]).default("year"), ...knownAtQuery }),
  answer: z.object({
    occupiedArea: areaShape.nullable(),
    buckets: z.array(z.object({ period: z.string(), area: areaShape.nullable(), share: rateShape })),
  }),
  handle: (viewer, { query }) =>
    recallExpiryProfile(viewer, dayOf(query.asOf), query.by, { knownAt: instantOf(query.knownAt) }),
});

function toPeriod(query: { from: string; to: string }) {
  if (query.to < query.from) throw invalid({ to: "api.errors.period" });
  return { from: toCivil(query.from), to: toCivil(query.to) };
}
