import "server-only";
import { headcountScope } from "../../domain/headcounts/scope";
import type { Viewer } from "../../platform/auth/viewer";
import { toCivil } from "../../platform/dates/civil";
import { db } from "../../platform/db/client";
import { inChunks, loadFirms, loadParks, textsOf } from "../facts-shared";
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
  const of = (...fields: string[]) => fields.flatMap((field) => textsOf(table, mapping, field));
  const said = {
    names: of("name_zh", "name_en").map((name) => name.replace(/\s+/g, " ")),
    identifiers: of("uscc", "uen"),
  };
  const [parks, firms] = await Promise.all([loadParks(viewer), loadFirms(viewer, said, keyOf)]);
  const ids = firms.firms.map(({ id }) => id);
  const rows = await inChunks(ids, (some) =>
    db.headcount.findMany({
      where: { AND: [headcountScope(viewer), { enterpriseId: { in: some } }] },
      omit: { source: true, createdAt: true },
    }),
  );
  return { parks, ...firms, headcounts: rows.map(({ on, ...row }) => ({ ...row, on: toCivil(on) })) };
}
