import { z } from "zod";
import { defineRoute } from "@/lib/platform/api/route";
import { recallHeadcount, recallPlaces } from "@/lib/reports/recall";
import { asOfQuery, dateShape, dayOf, instantOf, knownAtQuery, rateShape } from "./shapes";

export const headcount = defineRoute({
  id: "getHeadcount",
  path: "/headcount",
  tag: "headcount",
  query: z.object({ ...asOfQuery, ...knownAtQuery }),
  answer: z.object({
    asOf: dateShape,
    /** Null where it is withheld: fewer than five people, or a figure that would give such a one away. */
    total: z.int().nullable(),
    carriedForwardShare: rateShape,
    standing: z
      .enum(["PROVISIONAL", "REVISED"])
      .nullable()
      .describe("Of the round of returns that a part of it was declared in, until that is final"),
    parks: z.array(z.object({ code: z.string(), total: z.int().nullable() })),
    clusters: z.array(z.object({ cluster: z.string(), total: z.int().nullable() })),
  }),
  handle: async (viewer, { query }) => {
    const asOf = dayOf(query.asOf);
    const knownAt = instantOf(query.knownAt);
    const [summary, places] = await Promise.all([
      recallHeadcount(viewer, asOf, { knownAt }),
      recallPlaces(viewer, { knownAt }),
    ]);
    const totals = new Map(summary.parks.map(({ key, total }) => [key, total]));
    return {
      asOf,
      total: summary.total,
      carriedForwardShare: summary.carriedForwardShare,
      standing: summary.standing,
      parks: places.map(({ id, code }) => ({ code, total: totals.has(id) ? (totals.get(id) ?? null) : 0 })),
      clusters: summary.clusters.map(({ key, total }) => ({ cluster: key, total })),
    };
  },
});
