import "server-only";
import { Prisma } from "@/lib/platform/db/generated/client";

/**
 * What the record says of a live metric, by kind: each a query over `asked` (the commitments) and `days` that gives
 * `id`, `d`, `value`, `on_date` and `missing`. Whatever is counted is counted once, however many commitments ask for it,
 * and a kind that nobody asks for costs nothing.
 */
const none = Prisma.sql`NULL::text AS missing`;

/** The last value typed by the day. */
const typed = Prisma.sql`
  SELECT a.id, d, m.value, m.on_date, ${none} FROM asked a CROSS JOIN days CROSS JOIN LATERAL (
    SELECT value, on_date FROM commitment_measurements m WHERE m.commitment_id = a.id AND m.on_date <= d
    ORDER BY on_date DESC LIMIT 1) m
  WHERE a.metric = 'TYPED'`;

/** People as the firm last declared them, in each park; nothing where it never did. */
const headcount = Prisma.sql`
  SELECT a.id, h.d, h.people::numeric, h.on_date, ${none} FROM asked a JOIN (
    SELECT s.of, d, sum(last.total) AS people, max(last.on_date) AS on_date
    FROM (SELECT DISTINCT of_enterprise_id AS of FROM asked WHERE metric = 'HEADCOUNT') s CROSS JOIN days
    CROSS JOIN LATERAL (SELECT DISTINCT ON (park_id) total, on_date FROM headcounts
      WHERE enterprise_id = s.of AND on_date <= d ORDER BY park_id, on_date DESC) last
    GROUP BY 1, 2) h ON h.of = a.of_enterprise_id
  WHERE a.metric = 'HEADCOUNT'`;

/** What the firm's lines in force hold on the day, in each unit no more than there is. */
const areaOfFirm = Prisma.sql`
  SELECT a.id, d, coalesce(o.area, 0)::numeric / 100, d, ${none} FROM asked a CROSS JOIN days LEFT JOIN (
    SELECT x.of, x.on_day, sum(least((u.area * 100)::bigint, x.claimed)) AS area FROM (
      SELECT s.of, d AS on_day, f.unit_id, sum(f.claimed) AS claimed
      FROM (SELECT DISTINCT of_enterprise_id AS of FROM asked WHERE metric = 'OCCUPIED_AREA') s
      JOIN lease_line_facts f ON f.enterprise_id = s.of
      JOIN days ON f.begins <= d AND (f.ends IS NULL OR f.ends >= d) GROUP BY 1, 2, 3) x
    JOIN units u ON u.id = x.unit_id GROUP BY 1, 2) o ON o.of = a.of_enterprise_id AND o.on_day = d
  WHERE a.metric = 'OCCUPIED_AREA' AND a.of_enterprise_id IS NOT NULL`;

/** The park's occupied area on the day, as the occupancy report has it. */
const areaOfPark = Prisma.sql`
  SELECT a.id, d, coalesce(o.area, 0)::numeric / 100, d, ${none} FROM asked a CROSS JOIN days LEFT JOIN (
    SELECT x.of, x.on_day, sum(least((u.area * 100)::bigint, x.claimed)) AS area FROM (
      SELECT s.of, d AS on_day, f.unit_id, sum(f.claimed) AS claimed
      FROM (SELECT DISTINCT of_park_id AS of FROM asked WHERE metric = 'OCCUPIED_AREA') s
      JOIN lease_line_facts f ON f.park_id = s.of AND f.counts
      JOIN days ON f.begins <= d AND (f.ends IS NULL OR f.ends >= d) GROUP BY 1, 2, 3) x
    JOIN units u ON u.id = x.unit_id GROUP BY 1, 2) o ON o.of = a.of_park_id AND o.on_day = d
  WHERE a.metric = 'OCCUPIED_AREA' AND a.of_park_id IS NOT NULL`;

/** Who completed, of the cohorts that were reported by the day. */
const completed = Prisma.sql`
  SELECT a.id, d, coalesce(c.people, 0)::numeric, d, ${none} FROM asked a CROSS JOIN days LEFT JOIN (
    SELECT programme_id, d AS on_day, sum(completed) AS people FROM programme_cohorts JOIN days ON reported_on <= d
    WHERE programme_id IN (SELECT of_programme_id FROM asked WHERE metric = 'PROGRAMME_COMPLETED')
    GROUP BY 1, 2) c ON c.programme_id = a.of_programme_id AND c.on_day = d
  WHERE a.metric = 'PROGRAMME_COMPLETED'`;

/**
 * What was issued by the day, in the currency that the unit names: each amount at the rate kept with it, else at the
 * table's of the day it was priced. A rate that is missing is named, and then there is no sum.
 */
const issued = Prisma.sql`
  SELECT a.id, d, CASE WHEN i.missing IS NULL THEN coalesce(i.amount, 0)::numeric(20, 4) END, d, i.missing
  FROM asked a CROSS JOIN days LEFT JOIN LATERAL (
    SELECT sum(n.amount * r.times / r.by) AS amount,
      min(concat(n.priced_on, ' ', n.currency, '/', c.currency)) FILTER (WHERE r.times IS NULL) AS missing
    FROM instruments n CROSS JOIN (SELECT upper(coalesce(a.unit_en, a.unit_zh)) AS currency) c
    LEFT JOIN LATERAL (
      SELECT 1::numeric AS times, 1::numeric AS by, 1 AS turn WHERE n.currency = c.currency
      UNION ALL SELECT n.rate_used, 1, 2 WHERE n.rate_base = n.currency AND n.rate_quote = c.currency
      UNION ALL SELECT 1, n.rate_used, 2 WHERE n.rate_quote = n.currency AND n.rate_base = c.currency
      UNION ALL SELECT t.rate, 1, 3 FROM rates t
        WHERE t.base = n.currency AND t.quote = c.currency AND t.on_date = n.priced_on
      UNION ALL SELECT 1, t.rate, 4 FROM rates t
        WHERE t.base = c.currency AND t.quote = n.currency AND t.on_date = n.priced_on
      ORDER BY turn LIMIT 1) r ON TRUE
    WHERE n.priced_on <= d AND (n.agreement_id = a.of_agreement_id OR n.issuer_id = a.of_enterprise_id)
  ) i ON TRUE
  WHERE a.metric = 'ISSUANCE'`;

/** Milestones done by the day and not cancelled by then. */
const reached = Prisma.sql`
  SELECT a.id, d, coalesce(r.milestones, 0)::numeric, d, ${none} FROM asked a CROSS JOIN days LEFT JOIN LATERAL (
    SELECT count(*) AS milestones FROM milestones m JOIN projects p ON p.id = m.project_id
    WHERE m.actual_on <= d AND (m.cancelled_on IS NULL OR m.cancelled_on > d)
      AND (p.id = a.of_project_id OR p.agreement_id = a.of_agreement_id)) r ON TRUE
  WHERE a.metric = 'MILESTONES_REACHED'`;

/** All kinds as rows of one statement. */
export const actualsSql = Prisma.join(
  [typed, headcount, areaOfFirm, areaOfPark, completed, issued, reached],
  " UNION ALL ",
);
