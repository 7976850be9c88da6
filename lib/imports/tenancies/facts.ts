import "server-only";
import { headcountScope } from "../../domain/headcounts/scope";
import { leaseScope } from "../../domain/leases/scope";
import type { Viewer } from "../../platform/auth/viewer";
import { toCivil, toCivilOrNull } from "../../platform/dates/civil";
import { todayInZone } from "../../platform/dates/today";
import { db } from "../../platform/db/client";
import type { Prisma } from "../../platform/db/generated/client";
import { codesOf, firmsSaid, inChunks, loadFirms, loadPlaces, namedBuildings } from "../facts-shared";
import { type NameKeys, toPlaceKey } from "../names";
import type { Mapping, Table } from "../types";
import type { HeadcountFact, LeaseFact, LettingFact, TenancyFacts, UnitFact } from "./types";

/** What is there, within reach, of all that a file of tenancies names; a fixed number of queries. */
export async function loadTenancyFacts(
  viewer: Viewer,
  table: Table,
  mapping: Mapping,
  keyOf: NameKeys,
): Promise<TenancyFacts> {
  const places = await loadPlaces(viewer, table, mapping);
  const named = await loadUnits(namedBuildings(places, table, mapping), table, mapping);
  const leaseNos = codesOf(table, mapping, "lease_no");
  const numbers = [...new Set([...leaseNos, ...codesOf(table, mapping, "renewal_of")])];
  const [firms, lettings, numbered] = await Promise.all([
    loadFirms(viewer, firmsSaid(table, mapping), keyOf),
    loadLettings(named.map(({ id }) => id)),
    db.$queryRaw<{ id: string; leaseNo: string }[]>`
      SELECT id, lease_no AS "leaseNo" FROM leases WHERE lease_no = ANY (${numbers}::text[])`,
  ]);
  // A row without a number may mean a lease that stands on its unit.
  const standing = leaseNos.length < table.rows.length ? lettings : [];
  const leaseIds = [...new Set([...numbered.map(({ id }) => id), ...standing.map(({ leaseId }) => leaseId)])];
  const leases = await inChunks(leaseIds, (some) => findLeases(viewer, some));
  // New terms move every line of a lease, also those whose units the file does not name.
  const known = new Set(named.map(({ id }) => id));
  const lines = leases.flatMap((lease) => lease.lines.map(({ unitId }) => unitId));
  const others = [...new Set(lines.filter((unitId) => !known.has(unitId)))];
  const beside = await inChunks(others, (some) => findUnits({ id: { in: some } }));
  const within = new Set(leases.map(({ id }) => id));
  return {
    ...places,
    ...firms,
    units: [...named, ...beside],
    leases,
    lettings: [...lettings, ...(await loadLettings(others))],
    takenLeaseNos: numbered.filter(({ id }) => !within.has(id)).map(({ leaseNo }) => leaseNo),
    headcounts: mapping.headcount === undefined ? [] : await loadHeadcounts(viewer, firms.firms),
    today: todayInZone(),
  };
}

async function loadUnits(buildingIds: string[], table: Table, mapping: Mapping): Promise<UnitFact[]> {
  const wanted = new Set(codesOf(table, mapping, "unit").map(toPlaceKey));
  const units = await inChunks(buildingIds, (some) => findUnits({ buildingId: { in: some } }));
  return units.filter(({ code }) => wanted.has(toPlaceKey(code)));
}

async function findUnits(where: Prisma.UnitWhereInput): Promise<UnitFact[]> {
  const rows = await db.unit.findMany({
    where,
    orderBy: { validFrom: "asc" },
    select: {
      id: true,
      buildingId: true,
      code: true,
      area: true,
      shared: true,
      validFrom: true,
      validTo: true,
    },
  });
  return rows.map((unit) => ({
    ...unit,
    area: unit.area.toFixed(2),
    validFrom: toCivil(unit.validFrom),
    validTo: toCivilOrNull(unit.validTo),
  }));
}

/** Whatever holds the units, whose units are within reach: who is there is told to who wants in. */
async function loadLettings(unitIds: string[]): Promise<LettingFact[]> {
  const rows = await db.$queryRaw<(Omit<LettingFact, "from" | "to"> & { from: Date; to: Date | null })[]>`
    SELECT l.unit_id AS "unitId", l.lease_id AS "leaseId", s.lease_no AS "leaseNo",
      coalesce(e.name_zh, e.name_en) AS tenant, l.in_force_from AS "from", l.in_force_to AS "to", l.area::text
    FROM lease_lines l JOIN leases s ON s.id = l.lease_id JOIN enterprises e ON e.id = s.enterprise_id
    WHERE l.unit_id = ANY (${unitIds}::uuid[]) AND l.in_force_from IS NOT NULL AND NOT l.sublease
    ORDER BY l.in_force_from`;
  return rows.map((row) => ({ ...row, from: toCivil(row.from), to: toCivilOrNull(row.to) }));
}

async function findLeases(viewer: Viewer, ids: string[]): Promise<LeaseFact[]> {
  const rows = await db.lease.findMany({
    where: { AND: [leaseScope(viewer), { id: { in: ids } }] },
    select: {
      id: true,
      version: true,
      leaseNo: true,
      parkId: true,
      enterpriseId: true,
      signedOn: true,
      startsOn: true,
      endsOn: true,
      movedInOn: true,
      terminatedOn: true,
      movedOutOn: true,
      holdover: true,
      renewalOfId: true,
      subleaseOfId: true,
      lines: { select: { id: true, unitId: true, area: true } },
    },
  });
  return rows.map(({ subleaseOfId, lines, ...lease }) => ({
    ...lease,
    signedOn: toCivilOrNull(lease.signedOn),
    startsOn: toCivil(lease.startsOn),
    endsOn: toCivil(lease.endsOn),
    movedInOn: toCivilOrNull(lease.movedInOn),
    terminatedOn: toCivilOrNull(lease.terminatedOn),
    movedOutOn: toCivilOrNull(lease.movedOutOn),
    sublease: subleaseOfId !== null,
    lines: lines.map((line) => ({ ...line, area: line.area.toFixed(2) })),
  }));
}

async function loadHeadcounts(viewer: Viewer, firms: { id: string }[]): Promise<HeadcountFact[]> {
  const rows = await inChunks(
    firms.map(({ id }) => id),
    (some) =>
      db.headcount.findMany({
        where: { AND: [headcountScope(viewer), { enterpriseId: { in: some } }] },
      }),
  );
  return rows.map(({ id, version, enterpriseId, parkId, on, total, ...parts }) => ({
    id,
    version,
    enterpriseId,
    parkId,
    on: toCivil(on),
    total,
    inParts: [parts.own, parts.dispatched, parts.other, parts.local, parts.foreign]
      .concat([parts.fullTime, parts.partTime, parts.rAndD, parts.degree])
      .some((part) => part !== null),
  }));
}
