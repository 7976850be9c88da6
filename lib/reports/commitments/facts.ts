import "server-only";
import type { CommitmentDto } from "@/lib/domain/commitments/dto";
import { listCommitmentIds, listCommitmentsByIds } from "@/lib/domain/commitments/queries";
import type { CommitmentListParams } from "@/lib/domain/commitments/schema";
import { assertCan } from "@/lib/domain/permissions";
import type { Viewer } from "@/lib/platform/auth/viewer";
import type { CivilDate } from "@/lib/platform/dates/civil";
import { listMonthEnds } from "@/lib/platform/dates/periods";
import { db } from "@/lib/platform/db/client";
import { outsideFirmSession } from "@/lib/platform/db/firm-session";
import { offsetOf, type Page } from "@/lib/platform/paging/list-params";
import { computeCommitment, countOutcomes } from "@/lib/reports/commitments/compute";
import { actualsSql } from "@/lib/reports/commitments/facts-live-sql";
import type { Actual, CommitmentFigures, Outcome } from "@/lib/reports/commitments/types";

/** A rate that a converted total needs and nobody has said. */
export type MissingRate = { on: CivilDate; pair: string };

/** A commitment as it stands on a day. Without figures where a rate is missing: that is no value, and no zero. */
export type CommitmentRow = CommitmentDto & {
  figures: CommitmentFigures | null;
  missing: MissingRate | null;
};

type Known = { actual: Actual | null; missing: MissingRate | null };

/**
 * What is known of each commitment on each of the days, in one statement, whatever they measure. The caller has found
 * the commitments within the viewer's reach.
 * @returns by id and day, `<id> <day>`; what was never measured is left out
 */
export async function fetchActuals(ids: string[], days: CivilDate[]): Promise<Map<string, Known>> {
  if (ids.length === 0) return new Map();
  type Found = { id: string; d: CivilDate; value: string | null; on: CivilDate; missing: string | null };
  // A promise stands where it stands, also where it is measured by what its promisor may not read.
  const rows = await outsideFirmSession(
    () => db.$queryRaw<Found[]>`
    WITH asked AS (SELECT * FROM commitments WHERE id = ANY (${ids}::uuid[])),
      days AS (SELECT d FROM unnest(${days}::date[]) AS t (d)),
      found (id, d, value, on_date, missing) AS (${actualsSql})
    SELECT id, d::text, trim_scale(round(value, 4))::text AS value, on_date::text AS on, missing FROM found`,
  );
  return new Map(
    rows.map(({ id, d, value, on, missing }) => {
      const [day = "", pair = ""] = missing?.split(" ") ?? [];
      return [
        `${id} ${d}`,
        {
          actual: value === null ? null : { value, on },
          missing: missing === null ? null : { on: day as CivilDate, pair },
        },
      ];
    }),
  );
}

/** The same commitments with how each stands on the day: one statement, however many. */
export async function withFigures(commitments: CommitmentDto[], asOf: CivilDate): Promise<CommitmentRow[]> {
  const known = await fetchActuals(
    commitments.map(({ id }) => id),
    [asOf],
  );
  return commitments.map((commitment) => toRow(commitment, known, asOf));
}

function toRow(commitment: CommitmentDto, known: Map<string, Known>, asOf: CivilDate): CommitmentRow {
  const { actual = null, missing = null } = known.get(`${commitment.id} ${asOf}`) ?? {};
  return { ...commitment, figures: missing ? null : computeCommitment(commitment, actual, asOf), missing };
}

/** A page of the commitments within reach, and how many of all that match have which outcome on the day. */
export async function listCommitments(
  viewer: Viewer,
  params: CommitmentListParams,
  asOf: CivilDate,
): Promise<Page<CommitmentRow> & { outcomes: Record<Outcome, number> }> {
  assertCan(viewer, "commitments.read");
  const { found, known } = await listStanding(viewer, params, asOf);
  const kept = params.outcome ? found.filter(({ outcome }) => outcome === params.outcome) : found;
  const shown = kept.slice(offsetOf(params), offsetOf(params) + params.pageSize).map(({ id }) => id);
  // What all of them stand at is known by now, those of the page among them.
  const rows = (await listCommitmentsByIds(viewer, shown)).map((one) => toRow(one, known, asOf));
  return { rows, total: kept.length, outcomes: countOutcomes(found) };
}

/** The ids of all that match, in the list's order: what a file of the list goes through. */
export async function listCommitmentIdsOn(viewer: Viewer, params: CommitmentListParams, asOf: CivilDate) {
  if (!params.outcome) return listCommitmentIds(viewer, params);
  const { found } = await listStanding(viewer, params, asOf);
  return found.flatMap(({ id, outcome }) => (outcome === params.outcome ? [id] : []));
}

type Standing = { id: string; outcome: Outcome };
type Terms = {
  id: string;
  baselineValue: string;
  baselineOn: CivilDate;
  targetValue: string;
  targetOn: CivilDate;
  waivedOn: CivilDate | null;
};

/** Only what an outcome is made of: the path says nothing of it. */
async function listStanding(
  viewer: Viewer,
  params: CommitmentListParams,
  asOf: CivilDate,
): Promise<{ found: Standing[]; known: Map<string, Known> }> {
  const ids = await listCommitmentIds(viewer, params);
  const [terms, known] = await Promise.all([
    db.$queryRaw<Terms[]>`
      SELECT id, baseline_value::text AS "baselineValue", baseline_on::text AS "baselineOn",
        target_value::text AS "targetValue", target_on::text AS "targetOn", waived_on::text AS "waivedOn"
      FROM commitments WHERE id = ANY (${ids}::uuid[])`,
    fetchActuals(ids, [asOf]),
  ]);
  const byId = new Map(terms.map((one) => [one.id, one]));
  const found = ids.flatMap((id) => {
    const one = byId.get(id);
    if (!one) return [];
    const { actual = null, missing = null } = known.get(`${id} ${asOf}`) ?? {};
    const fact = { ...one, path: "LINEAR" as const, steps: [] };
    // What cannot be told is not met, and not missed: it is open.
    const outcome = missing ? ("OPEN" as const) : computeCommitment(fact, actual, asOf).outcome;
    return [{ id, outcome }];
  });
  return { found, known };
}

/** As many points as a chart of a live metric has at most: month ends, or every so many of them. */
const MOST_POINTS = 48;

/**
 * One commitment on a day: its figures, and the values by then that a chart and a table show: what was typed, or what
 * the record says at the ends of months and on the day itself.
 */
export async function getCommitmentStanding(
  commitment: CommitmentDto & { measurements: Actual[] },
  asOf: CivilDate,
): Promise<{ figures: CommitmentFigures | null; missing: MissingRate | null; values: Actual[] }> {
  const { id, metric, baselineOn } = commitment;
  const days = metric === "TYPED" ? [asOf] : listDays(baselineOn, asOf);
  const known = await fetchActuals([id], days);
  const { actual = null, missing = null } = known.get(`${id} ${asOf}`) ?? {};
  const figures = missing ? null : computeCommitment(commitment, actual, asOf);
  const values =
    metric === "TYPED"
      ? commitment.measurements.filter(({ on }) => on <= asOf)
      : days.flatMap((on) => {
          const value = known.get(`${id} ${on}`)?.actual?.value;
          return value === undefined ? [] : [{ on, value }];
        });
  return { figures, missing, values };
}

function listDays(from: CivilDate, asOf: CivilDate): CivilDate[] {
  if (asOf <= from) return [asOf];
  const ends = listMonthEnds(from, asOf).filter((day) => day > from && day < asOf);
  const every = Math.ceil(ends.length / MOST_POINTS);
  return [...ends.filter((_, i) => (ends.length - i) % every === 0), asOf];
}
