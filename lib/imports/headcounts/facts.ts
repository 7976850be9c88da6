import "server-only";
import { headcountScope } from "../../domain/headcounts/scope";
import type { Viewer } from "../../platform/auth/viewer";
import { toCivil } from "../../platform/dates/civil";
import { db } from "../../platform/db/client";
import { firmsSaid, inChunks, loadFirms, loadParks } from "../facts-shared";
import type { NameKeys } from "../names";
import type { Mapping, Table } from "../types";
import type { HeadcountFacts } from "./plan";

/** The firms that the file names, and what they have declared. */
export async function loadHeadcountFacts(
  viewer: Viewer,
  table: Table,
  mapping: Mapping,
  keyOf: NameKeys,
): Promise<HeadcountFacts> {
  const [parks, firms] = await Promise.all([
    loadParks(viewer),
    loadFirms(viewer, firmsSaid(table, mapping), keyOf),
  ]);
  const ids = firms.firms.map(({ id }) => id);
  const rows = await inChunks(ids, (some) =>
    db.headcount.findMany({
      where: { AND: [headcountScope(viewer), { enterpriseId: { in: some } }] },
      omit: { source: true, createdAt: true },
    }),
  );
  return { parks, ...firms, headcounts: rows.map(({ on, ...row }) => ({ ...row, on: toCivil(on) })) };
}
