import { createHash } from "node:crypto";
import type pg from "pg";
import { computeInForcePeriod } from "@/lib/domain/leases/rules";
import type { CivilDate } from "@/lib/platform/dates/civil";
import type { HeadcountFact } from "@/lib/reports/headcount/types";
import type { LineFact, OccupancyFacts, PresenceFact } from "@/lib/reports/occupancy/types";

/** Puts generated worlds into a database, for the tests that hold SQL and compute functions together. */

/** A uuid for a test's short name; the same name always gives the same. */
export function idOf(name: string): string {
  const hex = createHash("md5").update(name).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
}

/** The app's settings ask for one; nothing is signed here. */
process.env.NEXTAUTH_SECRET ??= "a secret of tests alone";

type Json = Record<string, unknown>;
const stamp = { version: 1, created_at: "2021-01-01T00:00:00Z" };
const named = { sort_zh: "", sort_en: "", ...stamp };
const floorOf = (buildingId: string) => idOf(`floor of ${buildingId}`);
const atLeast = (area: string) => (Number(area) > 0 ? area : "0.01");

async function insert(client: pg.Client, table: string, rows: Json[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first).join(", ");
  await client.query(
    `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(null::${table}, $1::jsonb)`,
    [JSON.stringify(rows)],
  );
}

/** The change set that the connection's open transaction writes under. */
export async function openTestChangeSet(client: pg.Client): Promise<void> {
  await client.query(`WITH header AS (
    INSERT INTO change_sets (id, verb, via, actor_name)
    VALUES (gen_random_uuid(), 'test', 'SYSTEM', 'test') RETURNING id)
    SELECT set_config('tenantry.change_set', id::text, true) FROM header`);
}

/**
 * A whole world, with everything that the rules forbid: triggers are quiet, and exclusive units are said to be
 * shared. Only what a plain CHECK refuses is left out. In-force dates are those of the rules in code.
 */
export async function insertWildWorld(
  client: pg.Client,
  facts: OccupancyFacts,
  headcounts: HeadcountFact[] = [],
): Promise<void> {
  await client.query("BEGIN; SET LOCAL session_replication_role = replica");
  await insertStock(client, facts, headcounts);
  const lines = facts.lines.filter((line) => facts.units.some(({ id }) => id === line.unitId));
  await insert(
    client,
    "leases",
    lines.map((line) => toLease(line, facts)),
  );
  await insert(
    client,
    "lease_lines",
    lines.map((line) => {
      const period = computeInForcePeriod(toTerms(line));
      return {
        ...toLine(line),
        in_force_from: period?.from ?? null,
        in_force_to: period?.to ?? null,
        exclusive: false,
        sublease: line.subleaseOfId !== null,
      };
    }),
  );
  await client.query("INSERT INTO lease_line_facts SELECT * FROM lease_line_facts_due");
  await client.query("COMMIT");
}

/** As much of a world as the database lets in: each lease is tried, with every trigger and constraint at work. */
export async function insertLegalWorld(
  client: pg.Client,
  facts: OccupancyFacts,
  headcounts: HeadcountFact[] = [],
): Promise<number> {
  await client.query("BEGIN");
  await openTestChangeSet(client);
  await insertStock(client, facts, headcounts);
  let written = 0;
  for (const line of facts.lines) {
    await client.query("SAVEPOINT lease");
    try {
      await insert(client, "leases", [toLease(line, facts)]);
      await insert(client, "lease_lines", [{ ...toLine(line), exclusive: true, sublease: false }]);
      written += 1;
    } catch {
      await client.query("ROLLBACK TO lease");
    }
  }
  await client.query("COMMIT");
  return written;
}

async function insertStock(client: pg.Client, facts: OccupancyFacts, headcounts: HeadcountFact[]) {
  const { units, presences, lines } = facts;
  const unique = (names: string[]) => [...new Set(names)];
  const buildings = new Map(units.map((unit) => [unit.buildingId, unit.parkId]));
  const parks = unique([...units, ...presences, ...headcounts].map(({ parkId }) => parkId));
  const firms = unique([...lines, ...presences, ...headcounts].map(({ enterpriseId }) => enterpriseId));
  await insert(
    client,
    "parks",
    parks.map((id) => ({ id: idOf(id), code: id, name_en: id, status: "OPEN", ...named })),
  );
  await insert(
    client,
    "buildings",
    [...buildings].map(([id, park]) => ({
      id: idOf(id),
      park_id: idOf(park),
      code: id,
      name_en: id,
      ...named,
    })),
  );
  await insert(
    client,
    "floors",
    [...buildings].map(([id]) => ({ id: floorOf(id), building_id: idOf(id), position: 1, label: "1" })),
  );
  await insert(
    client,
    "units",
    units.map((unit) => ({
      ...stamp,
      id: idOf(unit.id),
      park_id: idOf(unit.parkId),
      building_id: idOf(unit.buildingId),
      floor_id: floorOf(unit.buildingId),
      code: unit.id,
      area: atLeast(unit.area),
      use: "OFFICE",
      availability: unit.availability,
      shared: unit.shared,
      seats: unit.seats,
      valid_from: unit.validFrom,
      valid_to: unit.validTo,
    })),
  );
  await insert(
    client,
    "enterprises",
    firms.map((id, i) => ({
      ...named,
      id: idOf(id),
      name_en: id,
      former_names: [],
      cluster: i % 2 ? "SERVICES" : "OTHER",
      country: i % 3 ? "SG" : null,
      headquarters: false,
      stage: "IN",
      name_key_zh: "",
      name_key_en: "",
      search: "",
    })),
  );
  await insert(client, "presences", withoutOverlaps(presences));
  await insert(
    client,
    "headcounts",
    headcounts.map(({ id, enterpriseId, parkId, on, total }) => ({
      ...stamp,
      id: idOf(id),
      enterprise_id: idOf(enterpriseId),
      park_id: idOf(parkId),
      on_date: on,
      total,
      source: "OFFICER",
    })),
  );
}

function withoutOverlaps(presences: PresenceFact[]): Json[] {
  const far = "9999-12-31" as CivilDate;
  const kept = presences.filter(
    (one, i) =>
      !presences
        .slice(0, i)
        .some(
          (two) =>
            two.enterpriseId === one.enterpriseId &&
            two.parkId === one.parkId &&
            two.kind === one.kind &&
            two.from <= (one.to ?? far) &&
            one.from <= (two.to ?? far),
        ),
  );
  return kept.map(({ enterpriseId, parkId, kind, from, to }, i) => ({
    id: idOf(`presence ${i}`),
    enterprise_id: idOf(enterpriseId),
    park_id: idOf(parkId),
    kind,
    from_on: from,
    to_on: to,
  }));
}

/** The line without the dates that a CHECK refuses. */
function toTerms(line: LineFact): LineFact {
  const from = line.movedInOn ?? line.startsOn;
  const { movedOutOn, lineFrom, lineTo } = line;
  return {
    ...line,
    movedOutOn: movedOutOn !== null && movedOutOn < from ? null : movedOutOn,
    lineTo: lineFrom !== null && lineTo !== null && lineTo < lineFrom ? null : lineTo,
  };
}

function toLease(line: LineFact, facts: OccupancyFacts): Json {
  const terms = toTerms(line);
  const parkId = facts.units.find(({ id }) => id === line.unitId)?.parkId ?? "";
  return {
    ...stamp,
    id: idOf(line.leaseId),
    lease_no: line.leaseId,
    park_id: idOf(parkId),
    enterprise_id: idOf(line.enterpriseId),
    signed_on: terms.signedOn,
    starts_on: terms.startsOn,
    ends_on: terms.endsOn,
    moved_in_on: terms.movedInOn,
    terminated_on: terms.terminatedOn,
    moved_out_on: terms.movedOutOn,
    break_on: terms.breakOn,
    holdover: terms.holdover,
    renewal_of_id: line.renewalOfId && idOf(line.renewalOfId),
    sublease_of_id: line.subleaseOfId && idOf(line.subleaseOfId),
  };
}

function toLine(line: LineFact): Json {
  return {
    id: idOf(`line of ${line.leaseId}`),
    lease_id: idOf(line.leaseId),
    unit_id: idOf(line.unitId),
    area: atLeast(line.area),
    seats: line.seats,
    line_from: line.lineFrom,
    line_to: toTerms(line).lineTo,
  };
}
