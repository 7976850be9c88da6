import "server-only";
import { assertCan } from "@/lib/domain/permissions";
import { isFigure } from "@/lib/domain/return-forms/rules";
import type { ReturnField } from "@/lib/domain/return-forms/schema";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { db } from "@/lib/platform/db/client";
import { Prisma } from "@/lib/platform/db/generated/client";
import { inReach } from "@/lib/reports/facts-reach";
import { computeRound } from "./compute";
import type { FieldSum, RoundFigures, RoundSums } from "./types";

/**
 * `returnScope` in SQL, on `returns r`: who has a place in a park within reach. The places are read once, and not a
 * return at a time.
 */
function inReachByPlace(viewer: Viewer): Prisma.Sql {
  return viewer.parkIds === null
    ? Prisma.sql`TRUE`
    : Prisma.sql`(${inReach(viewer, "r.park_id")}
        OR r.id IN (SELECT a.return_id FROM return_places a WHERE ${inReach(viewer, "a.park_id")}))`;
}

/**
 * The figures of a round, over the returns within reach; to a firm's own people none, since they are the others' too.
 * @throws AppError FORBIDDEN
 */
export async function getRoundFigures(viewer: Viewer, roundId: string): Promise<RoundFigures> {
  assertCan(viewer, "return-rounds.read");
  const [sums] = await db.$queryRaw<RoundSums[]>(Prisma.sql`
    WITH facts AS (
      SELECT r.state, r.exemption, r.state IN ('SUBMITTED', 'ACCEPTED') AS usable, r.received_on <= o.due_on AS in_time,
        (SELECT sum(k.total) FROM (
          SELECT DISTINCT ON (h.park_id) h.total FROM headcounts h
          WHERE h.enterprise_id = r.enterprise_id AND h.on_date < o.reference_on
            AND (h.park_id = r.park_id OR h.park_id IN (SELECT p.park_id FROM return_places p WHERE p.return_id = r.id))
          ORDER BY h.park_id, h.on_date DESC) k) AS known,
        (SELECT sum(d.total) FROM headcounts d WHERE r.state = 'ACCEPTED' AND d.return_id = r.id) AS declared
      FROM returns r JOIN return_rounds o ON o.id = r.round_id
      WHERE r.round_id = ${roundId}::uuid AND ${inReachByPlace(viewer)}),
    asked AS (SELECT * FROM facts WHERE state <> 'EXEMPT'),
    exempt AS (
      SELECT count(*)::int AS all,
        count(*) FILTER (WHERE exemption = 'REGISTERED_ONLY')::int AS "registeredOnly",
        count(*) FILTER (WHERE exemption = 'PUBLIC_BODY')::int AS "publicBodies",
        count(*) FILTER (WHERE exemption = 'OTHER')::int AS "exemptOther"
      FROM facts),
    counts AS (
      SELECT count(*)::int AS "inScope",
        count(*) FILTER (WHERE usable)::int AS usable,
        count(*) FILTER (WHERE usable AND in_time)::int AS "onTime",
        count(*) FILTER (WHERE usable AND NOT in_time)::int AS late,
        count(*) FILTER (WHERE state = 'NOT_STARTED')::int AS "notStarted",
        count(*) FILTER (WHERE state = 'DRAFT')::int AS draft,
        count(*) FILTER (WHERE state = 'SUBMITTED')::int AS submitted,
        count(*) FILTER (WHERE state = 'RETURNED')::int AS returned,
        count(*) FILTER (WHERE state = 'ACCEPTED')::int AS accepted,
        count(*) FILTER (WHERE state = 'ESTIMATED')::int AS estimated,
        coalesce(sum(known), 0)::int AS known,
        coalesce(sum(known) FILTER (WHERE usable), 0)::int AS "knownOfUsable",
        coalesce(sum(declared), 0)::int AS "acceptedPeople",
        coalesce(sum(known) FILTER (WHERE declared IS NULL), 0)::int AS "carriedPeople"
      FROM asked)
    SELECT exempt.*, counts.* FROM exempt, counts`);
  if (!sums) throw new Error("sums of nothing are a row too");
  return computeRound(sums);
}

/**
 * What the firms' figures come to, question by question, in the order of the questions; amounts in their own unit. Once
 * a round has closed, what was carried forward counts until an answer in its place is accepted.
 */
export async function listFieldSums(
  viewer: Viewer,
  roundId: string,
  fields: readonly ReturnField[],
): Promise<FieldSum[]> {
  assertCan(viewer, "return-rounds.read");
  const keys = fields.filter(isFigure).map(({ key }) => key);
  const rows = await db.$queryRaw<FieldSum[]>(Prisma.sql`
    WITH said AS (
      SELECT r.state = 'ESTIMATED' OR (r.carried IS NOT NULL AND r.state <> 'ACCEPTED') AS estimated,
        CASE WHEN r.state = 'ACCEPTED' THEN r.answers ELSE coalesce(r.carried, r.answers) END AS answers
      FROM returns r
      WHERE r.round_id = ${roundId}::uuid AND ${inReachByPlace(viewer)}
        AND (r.state IN ('SUBMITTED', 'ACCEPTED', 'ESTIMATED') OR (r.carried IS NOT NULL AND r.state <> 'EXEMPT')))
    SELECT a.key, count(*) FILTER (WHERE NOT s.estimated)::int AS answered,
      trim_scale(coalesce(sum(a.value::numeric) FILTER (WHERE NOT s.estimated), 0))::text AS sum,
      count(*) FILTER (WHERE s.estimated)::int AS estimated,
      trim_scale(coalesce(sum(a.value::numeric) FILTER (WHERE s.estimated), 0))::text AS "estimatedSum"
    FROM said s, jsonb_each_text(s.answers) a
    WHERE a.key = ANY (${keys})
    GROUP BY a.key`);
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const none = { answered: 0, sum: "0", estimated: 0, estimatedSum: "0" };
  return keys.map((key) => byKey.get(key) ?? { key, ...none });
}
