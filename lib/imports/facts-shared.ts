import "server-only";
import { toSimplified } from "@/lib/platform/names/simplified";
import type { CustomKept } from "../domain/custom-fields/dto";
import { toIdentifier } from "../domain/enterprises/rules";
import { enterpriseScope } from "../domain/enterprises/scope";
import { parkScope } from "../domain/parks/scope";
import type { Viewer } from "../platform/auth/viewer";
import { toCivilOrNull } from "../platform/dates/civil";
import { type Db, db } from "../platform/db/client";
import { isId } from "../platform/values/id";
import type { FirmFact, FirmFacts } from "./firms/types";
import { type NameKeys, nameKeysWith } from "./names";
import { type BuildingFact, type ParkFact, PlaceBook, type PlaceFacts } from "./places";
import type { Mapping, Table } from "./types";

/** Few enough for one list of parameters. */
const CHUNK = 5_000;

export function newNameKeys(): NameKeys {
  return nameKeysWith(toSimplified);
}

/** The different texts of a column. */
export function textsOf(table: Table, mapping: Mapping, field: string): string[] {
  const column = mapping[field];
  if (column === undefined) return [];
  return [...new Set(table.rows.map((row) => row.cells[column] ?? ""))].filter((text) => text !== "");
}

/** Codes as they are kept: plain width. */
export function codesOf(table: Table, mapping: Mapping, field: string): string[] {
  return [
    ...new Set(
      textsOf(table, mapping, field).map((text) => text.replace(/\s+/g, " ").normalize("NFKC").trim()),
    ),
  ];
}

/** What the rows say of the firms that they mean: names, numbers and, from our own grid, ids. */
export function firmsSaid(table: Table, mapping: Mapping) {
  const of = (...fields: string[]) => fields.flatMap((field) => textsOf(table, mapping, field));
  return {
    names: of("name_zh", "name_en").map((name) => name.replace(/\s+/g, " ")),
    identifiers: of("uscc", "uen"),
    ids: of("id"),
  };
}

/** One query for each few thousand values, however many there are. */
export async function inChunks<Value, Row>(
  values: Value[],
  find: (some: Value[]) => Promise<Row[]>,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (let at = 0; at < values.length; at += CHUNK) rows.push(...(await find(values.slice(at, at + CHUNK))));
  return rows;
}

export async function loadParks(viewer: Viewer): Promise<ParkFact[]> {
  const parks = await db.park.findMany({
    where: parkScope(viewer),
    orderBy: { code: "asc" },
    select: { id: true, code: true, nameZh: true, nameEn: true, openedOn: true },
  });
  return parks.map(({ openedOn, ...park }) => ({ ...park, openedOn: toCivilOrNull(openedOn) }));
}

/** The parks within reach, and the buildings of those that the file names. */
export async function loadPlaces(viewer: Viewer, table: Table, mapping: Mapping): Promise<PlaceFacts> {
  const parks = await loadParks(viewer);
  const book = new PlaceBook({ parks, buildings: [] });
  const named = textsOf(table, mapping, "park").flatMap((text) => book.park(text)?.id ?? []);
  const buildings = await db.building.findMany({
    where: { parkId: { in: [...new Set(named)] } },
    orderBy: { code: "asc" },
    select: {
      id: true,
      parkId: true,
      code: true,
      nameZh: true,
      nameEn: true,
      floors: { select: { id: true, label: true, position: true } },
    },
  });
  return { parks, buildings: buildings.map(toBuildingFact) };
}

type BuildingRow = Omit<BuildingFact, "floors"> & {
  floors: { id: string; label: string; position: { toString(): string } }[];
};

function toBuildingFact({ floors, ...building }: BuildingRow): BuildingFact {
  return {
    ...building,
    floors: floors.map(({ position, ...floor }) => ({ ...floor, position: position.toString() })),
  };
}

/** The buildings that the file names, or all of its parks where some row names none. */
export function namedBuildings(facts: PlaceFacts, table: Table, mapping: Mapping): string[] {
  const column = mapping.building;
  if (column === undefined || table.rows.some((row) => !row.cells[column])) {
    return facts.buildings.map(({ id }) => id);
  }
  const book = new PlaceBook(facts);
  const texts = textsOf(table, mapping, "building");
  const parks = new Set(facts.buildings.map(({ parkId }) => parkId));
  const ids = [...parks].flatMap((parkId) => texts.flatMap((text) => book.building(parkId, text)?.id ?? []));
  return [...new Set(ids)];
}

/** The firms that the file may mean: by identifier or the key of either name, or by what they had before. */
export async function loadFirms(
  viewer: Viewer,
  said: { names: string[]; identifiers: string[]; ids?: string[] },
  keyOf: NameKeys,
): Promise<FirmFacts> {
  const keys = [...new Set(said.names.map((name) => keyOf(name)).filter(Boolean))];
  const names = [...new Set(said.names.map((name) => name.trim()).filter(Boolean))];
  const values = [...new Set(said.identifiers.map(toIdentifier))];
  const [byIdentifier, byName] = await Promise.all([
    db.$queryRaw<{ id: string; value: string; former: boolean }[]>`
      SELECT enterprise_id AS id, value, former FROM enterprise_identifiers WHERE value = ANY (${values}::text[])`,
    db.$queryRaw<{ id: string }[]>`
      SELECT id FROM enterprises WHERE name_key_zh = ANY (${keys}::text[]) OR name_key_en = ANY (${keys}::text[])
      UNION SELECT id FROM enterprises WHERE former_names <> '{}' AND former_names && ${names}::text[]`,
  ]);
  const named = [...byIdentifier, ...byName].map(({ id }) => id);
  const ids = [...new Set([...named, ...(said.ids ?? []).filter(isId)])];
  const firms = await inChunks(ids, (some) => findFirms(db, viewer, some));
  const within = new Set(firms.map(({ id }) => id));
  const taken = byIdentifier.filter(({ id, former }) => !former && !within.has(id));
  const takenIdentifiers = taken.map(({ value }) => value);
  return { firms, takenIdentifiers };
}

/** Firms within reach, as a file speaks of them. */
export async function findFirms(on: Db, viewer: Viewer, ids: string[]): Promise<FirmFact[]> {
  const rows = await on.enterprise.findMany({
    where: { AND: [enterpriseScope(viewer), { id: { in: ids } }] },
    orderBy: { id: "asc" },
    select: {
      id: true,
      version: true,
      nameZh: true,
      nameEn: true,
      shortName: true,
      formerNames: true,
      country: true,
      cluster: true,
      sectorCode: true,
      custom: true,
      tags: true,
      identifiers: { select: { type: true, value: true, former: true } },
      contacts: { select: { id: true, name: true, phone: true, email: true, primary: true } },
    },
  });
  return rows.map(({ custom, ...firm }) => ({ ...firm, custom: custom as CustomKept }));
}
