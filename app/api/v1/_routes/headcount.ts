import { z } from "zod";
import { defineRoute } from "@/lib/platform/api/route";
import { listPlaces } from "@/lib/reports/facts-places";
import { recallHeadcount } from "@/lib/reports/recall";
import { asOfQuery, dateShape, dayOf, instantOf, knownAtQuery, rateShape } from "./shapes";

export const headcount = defineRoute({
  id: "getHeadcount",
  path: "/headcount",
  tag: "headcount",
  query: z.object({ ...asOfQuery, ...knownAtQuery }),
  answer: z.object({
    asOf: dateShape,
    total: z.int(),
    carriedForwardShare: rateShape,
    parks: z.array(z.object({ code: z.string(), total: z.int() })),
    clusters: z.array(z.object({ cluster: z.string(), total: z.int() })),
  }),
  handle: async (viewer, { query }) => {
    const asOf = dayOf(query.asOf);
    const knownAt = instantOf(query.knownAt);
    const [summary, places] = await Promise.all([
      recallHeadcount(viewer, asOf, { knownAt }),
      listPlaces(viewer, { knownAt }),
    ]);
    const totals = new Map(summary.parks.map(({ key, total }) => [key, total]));
    return {
      asOf,
      total: summary.total,
      carriedForwardShare: summary.carriedForwardShare,
      parks: places.map(({ id, code }) => ({ code, total: totals.get(id) ?? 0 })),
      clusters: summary.clusters.map(({ key, total }) => ({ cluster: key, total })),
    };
  },
});
