import "server-only";
import { agreementState, expiryOn, type Linked, type Term } from "@/lib/domain/agreements/rules";
import { assertCan } from "@/lib/domain/permissions";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { type CivilDate, toCivil, toCivilOrNull } from "@/lib/platform/dates/civil";
import { db } from "@/lib/platform/db/client";
import { outsideFirmSession } from "@/lib/platform/db/firm-session";
import { Prisma } from "@/lib/platform/db/generated/client";
import { actualsSql } from "@/lib/reports/commitments/facts-live-sql";
import type { RecordedTable } from "@/lib/reports/facts-clock";
import type { Standing } from "./types";

/** What a standing is counted from, beside projects, lettings and headcounts. */
export const PROMISE_TABLES: readonly RecordedTable[] = [
  ...(["agreements", "agreement_events", "action_items", "commitments", "commitment_measurements"] as const),
  ...(["instruments", "rates", "programme_cohorts"] as const),
];

type Row = Linked & Omit<Term, "extensions"> & { id: string; later: Term["extensions"] | null };

/**
 * How agreements stand on a day, by id: those named, or all that were signed by it. One statement however many there
 * are; what is counted is counted in the database, and what it means is said by the noun's rules. Whoever lists
 * agreements asks their scope first; this adds a figure to what it found.
 */
export async function listStandings(
  viewer: Viewer,
  ids: readonly string[] | null,
  on: CivilDate,
): Promise<Map<string, Standing>> {
  assertCan(viewer, "agreements.read");
  if (ids?.length === 0) return new Map();
  const named = ids === null ? Prisma.sql`true` : Prisma.sql`id = ANY (${[...ids]}::uuid[])`;
  const day = Prisma.sql`${on}::date`;
  const count = () => db.$queryRaw<Row[]>`
    WITH chosen AS MATERIALIZED (
      SELECT id, signed_on, expires_on, terminated_on, renewal, renewal_months FROM agreements
      WHERE signed_on <= ${day} AND ${named}),
    events AS (
      SELECT agreement_id, max(on_date) FILTER (WHERE on_date <= ${day}) AS last,
        jsonb_agg(jsonb_build_object('on', on_date, 'expiredOn', expired_on))
          FILTER (WHERE kind = 'EXTENDED' AND on_date > ${day}) AS later
      FROM agreement_events WHERE agreement_id IN (SELECT id FROM chosen) GROUP BY 1),
    works AS MATERIALIZED (
      SELECT id, agreement_id, coalesce(cancelled_on <= ${day}, false) AS cancelled,
        coalesce(delivered_on <= ${day}, false) AS delivered,
        coalesce(started_on <= ${day}, stage IN ('ACTIVE', 'DELIVERED')) AS begun
      FROM projects WHERE agreement_id IN (SELECT id FROM chosen)),
    work_sums AS (
      SELECT agreement_id, count(*) FILTER (WHERE NOT cancelled) AS live,
        count(*) FILTER (WHERE NOT cancelled AND delivered) AS delivered,
        count(*) FILTER (WHERE NOT cancelled AND NOT delivered AND begun) AS active
      FROM works GROUP BY 1),
    steps AS NOT MATERIALIZED (
      SELECT m.id, w.agreement_id, m.actual_on FROM milestones m JOIN works w ON w.id = m.project_id),
    promised AS MATERIALIZED (
      SELECT c.id, coalesce(c.agreement_id, w.agreement_id) AS of, c.baseline_value, c.target_value,
        c.baseline_on <= ${day} AND coalesce(c.waived_on > ${day}, true) AS due
      FROM commitments c LEFT JOIN works w ON w.id = c.project_id
      WHERE coalesce(c.agreement_id, w.agreement_id) IN (SELECT id FROM chosen)),
    asked AS MATERIALIZED (SELECT c.* FROM commitments c WHERE id IN (SELECT id FROM promised WHERE due)),
    days AS (SELECT ${day} AS d),
    found (id, d, value, on_date, missing) AS (${actualsSql}),
    promise_sums AS (
      SELECT of AS agreement_id, count(*) FILTER (WHERE due) AS due,
        count(*) FILTER (WHERE due AND CASE WHEN target_value < baseline_value THEN value <= target_value
          ELSE value >= target_value END) AS met
      FROM promised p LEFT JOIN found f ON f.id = p.id GROUP BY 1),
    told AS (
      SELECT agreement_id, last FROM events WHERE last IS NOT NULL
      UNION ALL SELECT w.agreement_id, max(u.on_date) FROM project_updates u JOIN works w ON w.id = u.project_id
        WHERE u.on_date <= ${day} GROUP BY 1
      UNION ALL SELECT agreement_id, max(actual_on) FROM steps WHERE actual_on <= ${day} GROUP BY 1
      UNION ALL SELECT s.agreement_id, max(f.reported_on) FROM milestone_forecasts f
        JOIN steps s ON s.id = f.milestone_id WHERE f.reported_on <= ${day} GROUP BY 1
      UNION ALL SELECT p.of, max(m.on_date) FROM commitment_measurements m JOIN promised p ON p.id = m.commitment_id
        WHERE m.on_date <= ${day} GROUP BY 1
      UNION ALL SELECT coalesce(i.agreement_id, w.agreement_id), max(day) FROM action_items i
        LEFT JOIN works w ON w.id = i.project_id, LATERAL (VALUES (i.raised_on), (i.done_on)) AS v (day)
        WHERE day <= ${day} AND coalesce(i.agreement_id, w.agreement_id) IS NOT NULL GROUP BY 1),
    last AS (SELECT agreement_id, max(last) AS last FROM told GROUP BY 1)
    SELECT c.id, c.signed_on AS "signedOn", c.expires_on AS "expiresOn", c.terminated_on AS "terminatedOn",
      c.renewal::text, c.renewal_months AS "renewalMonths", e.later,
      coalesce(w.live, 0)::int AS projects, coalesce(w.delivered, 0)::int AS "projectsDelivered",
      coalesce(w.active, 0)::int AS "projectsActive",
      coalesce(p.due, 0)::int AS commitments, coalesce(p.met, 0)::int AS "commitmentsMet",
      greatest(c.signed_on, l.last) AS "lastActivityOn"
    FROM chosen c LEFT JOIN events e ON e.agreement_id = c.id LEFT JOIN work_sums w ON w.agreement_id = c.id
      LEFT JOIN promise_sums p ON p.agreement_id = c.id LEFT JOIN last l ON l.agreement_id = c.id`;
  // What became of a paper is the same for each of its parties, though it rests on what the others did, too.
  const rows = await (ids === null ? count() : outsideFirmSession(count));
  return new Map(rows.map((row) => [row.id, toStanding(row, on)]));
}

function toStanding(row: Row, on: CivilDate): Standing {
  const { id, later, signedOn, expiresOn, terminatedOn, renewal, renewalMonths, ...counted } = row;
  const term: Term = {
    ...{ signedOn: toCivil(signedOn), expiresOn: toCivilOrNull(expiresOn) },
    ...{ terminatedOn: toCivilOrNull(terminatedOn), renewal, renewalMonths },
    extensions: (later ?? []).map((extension) => ({
      on: toCivil(extension.on),
      expiredOn: toCivilOrNull(extension.expiredOn),
    })),
  };
  const linked = { ...counted, lastActivityOn: toCivil(counted.lastActivityOn) };
  return { id, ...linked, state: agreementState(term, linked, on), expiresOn: expiryOn(term, on) };
}
