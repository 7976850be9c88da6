import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { db } from "@/lib/platform/db/client";
import { Prisma } from "@/lib/platform/db/generated/client";
import { isEnough, toNeedle, toNeedles } from "@/lib/platform/names/needle";
import { toSimplified } from "@/lib/platform/names/simplified";
import { rankOf, startsWith } from "@/lib/platform/search/search-terms";
import { can } from "../permissions";
import { searchScope } from "./queries-scope";

export type SearchKind = "enterprise" | "lease" | "unit" | "project" | (typeof papers)[number]["kind"];

/** What belongs to the whole zone, each with the verb that reads it and what its titles are called. */
const papers = [
  { kind: "agreement", table: "agreements", name: "title", read: "agreements.read" },
  { kind: "commitment", table: "commitments", name: "title", read: "commitments.read" },
  { kind: "programme", table: "programmes", name: "name", read: "programmes.read" },
  { kind: "instrument", table: "instruments", name: "name", read: "instruments.read" },
  { kind: "policy", table: "policies", name: "title", read: "policies.read" },
  { kind: "claim", table: "claims", name: "text", read: "claims.read" },
] as const;

/** One row found: its own names or code, and what tells it from its like. */
export type SearchHit = {
  kind: SearchKind;
  id: string;
  nameZh: string | null;
  nameEn: string | null;
  /** A firm's identifier, a lease's number, a unit's building and code, else a code. */
  code: string | null;
  /** A former name, where it is what was found. */
  former: string | null;
};

/** The places that a needle is looked up at: enough to rank, few enough to be quick. */
const CANDIDATES = 300;

/**
 * What a text finds within reach, best first of each kind, up to `limit` of each. Best is: the whole name or code,
 * then its beginning, then a later word; the shorter before the longer; those gone from the zone last.
 */
export async function searchRecords(viewer: Viewer, typed: string, limit: number): Promise<SearchHit[]> {
  const text = toSimplified(typed.slice(0, 200));
  const needle = toNeedle(text);
  if (!isEnough(needle) || !can(viewer, "enterprises.read")) return [];
  const scope = searchScope(viewer);
  const bound = scope.unlimited ? Prisma.sql`LIMIT ${CANDIDATES}` : Prisma.empty;
  const [first = "", ...others] = toNeedles(text);
  const sort = viewer.locale === "zh" ? Prisma.sql`e.sort_zh` : Prisma.sql`e.sort_en`;
  const title = viewer.locale === "zh" ? Prisma.sql`p.sort_zh` : Prisma.sql`p.sort_en`;
  const whole = (kind: SearchKind) => Prisma.sql`
    SELECT row_id, min(${rankOf(needle)}) AS rank, min(length(term)) AS len
    FROM search_terms WHERE kind = ${kind} AND ${startsWith(needle)} GROUP BY row_id ORDER BY rank, len ${bound}`;
  // Words in any order, each of them somewhere: looked for only where they are several.
  const scattered = (kind: SearchKind, table: Prisma.Sql) => Prisma.sql`
    SELECT t.row_id, min(t.weight) + 20, min(length(t.term)) FROM search_terms t
    JOIN ${table} w ON w.id = t.row_id AND ${Prisma.join(
      others.map((word) => Prisma.sql`position(${word} IN search_fold(w.search)) > 0`),
      " AND ",
    )}
    WHERE t.kind = ${kind} AND ${startsWith(first)} GROUP BY t.row_id`;
  const hits = (kind: SearchKind, table: Prisma.Sql) =>
    others.length === 0
      ? whole(kind)
      : Prisma.sql`SELECT row_id, min(rank) AS rank, min(len) AS len FROM
          ((${whole(kind)}) UNION ALL ${scattered(kind, table)}) AS either (row_id, rank, len) GROUP BY row_id`;
  const sortOf = Prisma.raw(viewer.locale === "zh" ? "w.sort_zh" : "w.sort_en");
  const found = papers
    .filter(({ read }) => can(viewer, read))
    .map(({ kind, table, name }) => {
      const [of, zh, en] = [Prisma.raw(table), Prisma.raw(`w.${name}_zh`), Prisma.raw(`w.${name}_en`)];
      return Prisma.sql`UNION ALL
        (SELECT ${kind}, w.id::text, ${zh}, ${en}, w.code, NULL
        FROM (${hits(kind, of)}) h JOIN ${of} w ON w.id = h.row_id
        WHERE ${scope.papers[kind] ?? Prisma.sql`true`} ORDER BY h.rank, h.len, ${sortOf}, w.id LIMIT ${limit})`;
    });
  return db.$queryRaw<SearchHit[]>`
    (SELECT 'enterprise' AS kind, e.id::text, e.name_zh AS "nameZh", e.name_en AS "nameEn",
      (SELECT i.value FROM enterprise_identifiers i WHERE i.enterprise_id = e.id AND NOT i.former
        ORDER BY i.type, i.value LIMIT 1) AS code,
      CASE WHEN position(${needle} IN search_fold(concat_ws('', e.name_zh, e.name_en, e.short_name))) = 0 THEN
        (SELECT f FROM unnest(e.former_names) f WHERE position(${needle} IN search_fold(f)) > 0 LIMIT 1) END AS former
    FROM (${hits("enterprise", Prisma.sql`enterprises`)}) h JOIN enterprises e ON e.id = h.row_id
    WHERE ${scope.enterprises} ORDER BY e.ended_on IS NOT NULL, h.rank, h.len, ${sort}, e.id LIMIT ${limit})
    UNION ALL
    (SELECT 'lease', l.id::text, e.name_zh, e.name_en, l.lease_no, NULL
    FROM (${whole("lease")}) h JOIN leases l ON l.id = h.row_id JOIN enterprises e ON e.id = l.enterprise_id
    WHERE ${scope.leases} ORDER BY h.rank, l.starts_on DESC, l.lease_no LIMIT ${limit})
    UNION ALL
    (SELECT 'unit', u.id::text, k.name_zh, k.name_en, b.code || ' ' || u.code, NULL
    FROM (${whole("unit")}) h JOIN units u ON u.id = h.row_id
      JOIN buildings b ON b.id = u.building_id JOIN parks k ON k.id = u.park_id
    WHERE ${scope.units} ORDER BY u.valid_to IS NOT NULL, h.rank, h.len, k.code, b.code, u.code, u.id LIMIT ${limit})
    UNION ALL
    (SELECT 'project', p.id::text, p.title_zh, p.title_en, p.code, NULL
    FROM (${hits("project", Prisma.sql`projects`)}) h JOIN projects p ON p.id = h.row_id
    WHERE ${scope.projects} ORDER BY h.rank, h.len, ${title}, p.id LIMIT ${limit})
    ${found.length > 0 ? Prisma.join(found, " ") : Prisma.empty}`;
}
