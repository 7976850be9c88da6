import "server-only";
import { Prisma } from "@/lib/platform/db/generated/client";

/** The recorded tables that reports read; each has its history in `changes`. */
export type RecordedTable =
  | "parks"
  | "buildings"
  | "floors"
  | "units"
  | "enterprises"
  | "enterprise_identifiers"
  | "enterprise_contacts"
  | "enterprise_distinctions"
  | "presences"
  | "leases"
  | "lease_lines"
  | "headcounts"
  | "returns"
  | "return_rounds"
  | "projects"
  | "project_updates"
  | "milestones"
  | "milestone_forecasts"
  | "milestone_baselines"
  | "programmes"
  | "programme_cohorts"
  | "claims"
  | "claim_bindings"
  | "instruments"
  | "rates"
  | "agreements"
  | "agreement_events"
  | "action_items"
  | "attachments"
  | "commitments"
  | "commitment_measurements";

/** The instant at which the figures are to be known; null or none for what is known now. */
export type KnownAt = Date | null | undefined;

/**
 * The second clock. For an instant, table expressions that stand in for the tables of the same names, with each
 * row as its latest change by then left it; for now, nothing. So one query serves both clocks:
 * ``sql`WITH RECURSIVE ${asKnown(knownAt, ["units"])} stock AS (SELECT … FROM units) …` ``
 */
export function asKnown(knownAt: KnownAt, tables: readonly RecordedTable[]): Prisma.Sql {
  if (!knownAt) return Prisma.empty;
  const shadows = tables.map((table) => {
    const name = Prisma.raw(table);
    return Prisma.sql`${name} AS MATERIALIZED (
      SELECT kept.* FROM (
        SELECT DISTINCT ON (row_id) op, after FROM changes
        WHERE table_name = ${table} AND at <= ${knownAt.toISOString()}::timestamptz
        ORDER BY row_id, at DESC, id DESC
      ) AS latest, LATERAL jsonb_populate_record(null::public.${name}, latest.after) AS kept
      WHERE latest.op <> 'D'), `;
  });
  return Prisma.join(shadows, "");
}
