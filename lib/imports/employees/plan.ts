import { findIdentityProblem } from "../../domain/employees/rules";
import { NAME_MAX, STAFF_NO_MAX } from "../../domain/employees/schema";
import type { CellReader } from "../cells";
import { FirmBook } from "../firms/book";
import { needStandingFirm } from "../firms/standing";
import { type NameKeys, toLooseName } from "../names";
import { PlaceBook } from "../places";
import { planRows } from "../plan-rows";
import { Repeats } from "../repeats";
import type { Mapping, Options, Outcome, Plan, Table } from "../types";
import {
  countryWords,
  degreeWords,
  employmentWords,
  jobCategoryWords,
  permitClassWords,
  talentGradeWords,
} from "../words";
import { IDENTITY_REMOVED } from "./identities";
import type { EmployeeFact, EmployeeFacts, EmployeeRecord, EmployeeValues, EmployeeWrites } from "./types";

/**
 * What a list of people would do: each row is one person of a firm that is there. It is the person on record with the
 * firm's own staff number, else the one of that name who joined on that day. What a list leaves empty stays.
 */
export function planEmployees(
  table: Table,
  mapping: Mapping,
  facts: EmployeeFacts,
  keyOf: NameKeys,
  options: Options,
): Plan<EmployeeWrites> {
  const firms = new FirmBook(facts, keyOf, options.nameMatch);
  const places = new PlaceBook({ parks: facts.parks, buildings: [] });
  const standing = new Map<string, EmployeeFact>();
  for (const fact of [...facts.employees].reverse()) {
    for (const key of keysOf(fact)) standing.set(key, fact);
  }
  const repeats = new Repeats();
  const writes: EmployeeWrites = { creates: [], updates: [] };
  return { ...planRows(table, mapping, planRow), writes };

  function planRow(cell: CellReader): Outcome {
    const enterpriseId = needStandingFirm(cell, firms);
    const park = places.needPark(cell, cell.text("park", 120));
    const record = readPerson(cell);
    if (cell.failed || !enterpriseId || !park || !record) return "ERROR";
    const person: EmployeeRecord = { ...record, enterpriseId, parkId: park.id };
    const keys = keysOf(person);
    const fact = standing.get(keys[0] ?? "") ?? (keys[1] ? matchByName(keys[1], person) : undefined);
    if (repeats.check(cell, fact?.id ?? keys[0] ?? "", person)) return "DUPLICATE";
    const leftOn = person.leftOn ?? fact?.leftOn ?? null;
    if (leftOn && leftOn < person.joinedOn) {
      cell.refuse("left_on", "DATES_ORDERED", "errors.datesOrdered");
      return "ERROR";
    }
    if (!fact) {
      writes.creates.push(person);
      return "NEW";
    }
    const next = merge(fact, person);
    if (JSON.stringify(next) === JSON.stringify(fact)) return "UNCHANGED";
    writes.updates.push({ ...next, renamed: next.name !== fact.name });
    return "UPDATE";
  }

  /** Somebody on record without a staff number gets the one that the list gives; another number is another person. */
  function matchByName(key: string, { staffNo }: EmployeeRecord): EmployeeFact | undefined {
    const fact = standing.get(key);
    return fact && (!fact.staffNo || !staffNo) ? fact : undefined;
  }
}

/** By staff number where there is one, then by name and first day. */
function keysOf(person: { enterpriseId: string; staffNo: string | null; name: string; joinedOn: string }) {
  const byName = `${person.enterpriseId}/name/${toLooseName(person.name)}/${person.joinedOn}`;
  return person.staffNo ? [`${person.enterpriseId}/no/${person.staffNo}`, byName] : [byName];
}

function merge(fact: EmployeeFact, person: EmployeeRecord): EmployeeFact {
  const said = Object.entries(person).filter(([, value]) => value !== null);
  // A roster row stays in its park: a move is a leave and a new row, so that earlier counts do not move.
  return { ...fact, ...Object.fromEntries(said), parkId: fact.parkId };
}

function readPerson(cell: CellReader): (EmployeeValues & Pick<EmployeeRecord, "name" | "joinedOn">) | null {
  const name = readPlain(cell, "name", NAME_MAX);
  const joinedOn = cell.date("joined_on");
  cell.need("name", name);
  cell.need("joined_on", joinedOn);
  // Each vocabulary holds the values of its own list alone.
  const values = {
    staffNo: readPlain(cell, "staff_no", STAFF_NO_MAX),
    jobCategory: cell.choice("job_category", jobCategoryWords),
    nationality: cell.choice("nationality", countryWords),
    degree: cell.choice("degree", degreeWords),
    talentGrade: cell.choice("talent_grade", talentGradeWords),
    permitClass: cell.choice("permit_class", permitClassWords),
    permitExpiresOn: cell.date("permit_expires_on"),
    employment: cell.choice("employment", employmentWords),
    intern: cell.boolean("intern"),
    leftOn: cell.date("left_on"),
  } as EmployeeValues;
  return name === null || joinedOn === null ? null : { ...values, name, joinedOn };
}

/** A text that is no place for an identity number. */
function readPlain(cell: CellReader, field: "name" | "staff_no", max: number): string | null {
  const text = cell.text(field, max)?.normalize("NFKC").trim() ?? null;
  if (text === null) return null;
  const what = field === "name" ? "name" : "staffNo";
  const problem =
    text.includes(IDENTITY_REMOVED) || findIdentityProblem(text, what)
      ? "employees.errors.identityNumber"
      : null;
  return problem ? cell.refuse(field, "IDENTITY_NUMBER", problem) : text;
}
