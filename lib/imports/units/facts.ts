import "server-only";
import type { CustomKept } from "../../domain/custom-fields/dto";
import type { Viewer } from "../../platform/auth/viewer";
import { toCivil, toCivilOrNull } from "../../platform/dates/civil";
import { db } from "../../platform/db/client";
import type { Availability, UnitUse } from "../../platform/db/generated/enums";
import { listOwnFields } from "../facts-own";
import { inChunks, loadPlaces, namedBuildings } from "../facts-shared";
import type { Mapping, Table } from "../types";
import type { UnitFacts } from "./types";

type Row = {
  id: string;
  version: number;
  buildingId: string;
  floorId: string;
  code: string;
  area: string;
  use: UnitUse;
  availability: Availability;
  shared: boolean;
  seats: number | null;
  validFrom: Date;
  validTo: Date | null;
  letFrom: Date | null;
  letArea: string;
  custom: CustomKept;
};

/** The places within reach that a file of units names, and the units that stand in them. */
export async function loadUnitFacts(viewer: Viewer, table: Table, mapping: Mapping): Promise<UnitFacts> {
  const places = await loadPlaces(viewer, table, mapping);
  const buildingIds = namedBuildings(places, table, mapping);
  const rows = await inChunks(
    buildingIds,
    (some) => db.$queryRaw<Row[]>`
      SELECT u.id, u.version, u.building_id AS "buildingId", u.floor_id AS "floorId", u.code, u.area::text,
        u.use::text, u.availability::text, u.shared, u.seats, u.valid_from AS "validFrom", u.valid_to AS "validTo",
        u.custom,
        min(l.in_force_from) AS "letFrom",
        -- Shared units alone are let in parts; how much on the fullest day is known by the database's own rule.
        CASE WHEN u.shared THEN coalesce((SELECT max(p.peak) FROM lease_lines_peak(ARRAY[u.id]) p
          WHERE p.head_id IS NULL), 0) ELSE 0 END::text AS "letArea"
      FROM units u LEFT JOIN lease_lines l ON l.unit_id = u.id AND l.in_force_from IS NOT NULL
      WHERE u.building_id = ANY (${some}::uuid[]) GROUP BY u.id ORDER BY u.valid_from`,
  );
  const units = rows.map((row) => ({
    ...row,
    validFrom: toCivil(row.validFrom),
    validTo: toCivilOrNull(row.validTo),
    letFrom: toCivilOrNull(row.letFrom),
  }));
  const own = await listOwnFields(viewer, "units");
  return { ...places, units, own, mayCreateParks: viewer.parkIds === null };
}
