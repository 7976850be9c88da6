import "server-only";
import { db } from "../db/client";
import { isEnough, toNeedle } from "../names/needle";
import { toSimplified } from "../names/simplified";
import { rankOf, startsWith } from "./search-terms";

/** What a form's type-ahead offers. */
export const MOST_OPTIONS = 20;

/** Of what begins as typed, so many are looked at: some of them may be out of the reader's reach. */
const CANDIDATES = 100;

export type Narrowed = { id: { in: string[] } };

/**
 * The rows of a type-ahead: whose whole name or code is typed, then those that begin so, then a later word of theirs,
 * the shorter before the longer; after them those that `find` has for the text, in its order. Without this a firm called
 * NCS would stand behind every firm that has these letters somewhere and an earlier place in the alphabet.
 * @param find answers at most `take` rows within reach: those of some ids, or else those that hold the text
 */
export async function findBestFirst<Row extends { id: string }>(
  kind: string,
  query: string,
  find: (among: Narrowed | null, take: number) => Promise<Row[]>,
  limit = MOST_OPTIONS,
): Promise<Row[]> {
  const needle = toNeedle(toSimplified(query));
  if (!isEnough(needle)) return find(null, limit);
  const [best, holding] = await Promise.all([findBest(kind, needle, find), find(null, limit)]);
  return [...new Map([...best, ...holding].map((row) => [row.id, row])).values()].slice(0, limit);
}

async function findBest<Row extends { id: string }>(
  kind: string,
  needle: string,
  find: (among: Narrowed | null, take: number) => Promise<Row[]>,
): Promise<Row[]> {
  const ranked = await db.$queryRaw<{ id: string }[]>`
    SELECT row_id AS id FROM search_terms
    WHERE kind = ${kind} AND ${startsWith(needle)}
    GROUP BY row_id ORDER BY min(${rankOf(needle)}), min(length(term)), row_id
    LIMIT ${CANDIDATES}`;
  if (ranked.length === 0) return [];
  const place = new Map(ranked.map(({ id }, at) => [id, at]));
  const rows = await find({ id: { in: [...place.keys()] } }, CANDIDATES);
  return rows.sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
}
