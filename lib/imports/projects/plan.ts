import { messageOf } from "../../platform/errors/app-error";
import { MAX_TAGS, toTags } from "../../platform/values/text";
import { CellReader, ownColumn } from "../cells";
import { FirmBook } from "../firms/book";
import { FirmChanges } from "../firms/changes";
import type { FirmRecord, FirmRef } from "../firms/types";
import { groupBy } from "../group";
import type { NameKeys } from "../names";
import { PlaceBook } from "../places";
import type { Mapping, Options, Outcome, Plan, Problem, Table } from "../types";
import { MilestoneBook } from "./milestones";
import { readProject } from "./read";
import type {
  ProjectFact,
  ProjectFacts,
  ProjectRecord,
  ProjectRow,
  ProjectValues,
  ProjectWrites,
} from "./types";

type Row = ProjectRow & { leadRecord: FirmRecord | null };

const FIELDS: [keyof ProjectRecord, string][] = [
  ["titleZh", "project_zh"],
  ["titleEn", "project_en"],
  ["cluster", "cluster"],
  ["parkId", "park"],
  ["lead", "lead"],
  ["agreementId", "agreement_no"],
  ["startedOn", "started_on"],
  ["deliveredOn", "delivered_on"],
];

/** What a file of projects would do: a row is a milestone of a project, or a project alone. */
export function planProjects(
  table: Table,
  mapping: Mapping,
  facts: ProjectFacts,
  keyOf: NameKeys,
  options: Options,
): Plan<ProjectWrites> {
  const problems: Problem[] = [];
  const notes: Problem[] = [];
  const asksReason = mapping.no_evidence_reason !== undefined;
  const outcomes = new Map<number, Outcome>();
  const refuse = (problem: Problem) => void problems.push(problem);
  const books = {
    places: new PlaceBook({ parks: facts.parks, buildings: [] }),
    firms: new FirmBook(facts, keyOf, options.nameMatch),
    agreements: new Map(facts.agreements?.map(({ code, id }) => [code, id])),
    today: facts.today,
  };
  const rows = table.rows.flatMap((row, index) => {
    const cell = new CellReader(row, mapping);
    const read = readProject(cell, index, books, facts.own);
    problems.push(...cell.problems);
    return read ? [read] : [];
  });
  const standing = new Map(facts.projects.map((project) => [project.code, project]));
  const taken = new Set(facts.takenCodes);
  const firmChanges = new FirmChanges(facts.firms);
  const refs = new Set<FirmRef>();
  const writes: ProjectWrites = {
    firms: [],
    projects: { creates: [], updates: [] },
    milestones: { creates: [], updates: [] },
  };
  for (const [code, group] of groupBy(rows, (row) => row.code)) {
    if (taken.has(code)) {
      for (const row of group) refuseRow(row, "project_code", "CODE_TAKEN", "projects.errors.codeTaken");
    } else planProject(code, group, standing.get(code) ?? null);
  }
  writes.firms = firmChanges.creates(refs);
  return {
    outcomes: table.rows.map((_, index) => outcomes.get(index) ?? "ERROR"),
    problems: problems.sort((a, b) => a.row - b.row),
    writes,
    notes: notes.sort((a, b) => a.row - b.row),
  };

  function refuseRow(row: Row, field: string | null, code: string, message: string): void {
    refuse({ row: row.n, field, code, message });
  }

  function planProject(code: string, group: Row[], fact: ProjectFact | null): void {
    const { said, agreed } = agree(group);
    const values = toValues(said, fact);
    const missing = missingOf(values);
    const cancelled = fact?.stage === "CANCELLED";
    const backwards =
      values.startedOn !== null && values.deliveredOn !== null && values.deliveredOn < values.startedOn;
    const crowded = values.tags.length > MAX_TAGS;
    if (missing || cancelled || crowded || backwards) {
      for (const row of agreed) {
        if (crowded) refuseRow(row, "tags", "TAGS", "errors.tagsMany");
        else if (backwards) {
          const field = row.project.deliveredOn ? "delivered_on" : "started_on";
          refuseRow(row, field, "DATES", "errors.datesOrdered");
        } else if (missing) refuseRow(row, missing, "REQUIRED", "imports.errors.required");
        else refuseRow(row, "project_code", "PROJECT_CANCELLED", "projects.errors.cancelled");
      }
      return;
    }
    const key = fact?.id ?? `project:${code}`;
    const changed = fact !== null && differs(values, fact);
    const milestones = new MilestoneBook(key, fact, facts.today, refuse, asksReason);
    const written = agreed.filter((row) => {
      const outcome = planRow(row, milestones, fact, changed);
      outcomes.set(row.index, outcome);
      return outcome !== "ERROR";
    });
    if (written.length === 0) return;
    for (const row of written) {
      if (!row.project.lead || !row.leadRecord) continue;
      refs.add(row.project.lead);
      firmChanges.take(row.project.lead, row.leadRecord, row.n);
    }
    notes.push(...milestones.notes);
    writes.milestones.creates.push(...milestones.creates);
    writes.milestones.updates.push(...milestones.updates);
    if (!fact) writes.projects.creates.push({ ...values, key, code });
    else if (changed) writes.projects.updates.push({ ...values, id: fact.id, version: fact.version });
  }

  function planRow(row: Row, book: MilestoneBook, fact: ProjectFact | null, changed: boolean): Outcome {
    const outcome = row.milestone ? book.plan(row, row.milestone) : fact ? "UNCHANGED" : "NEW";
    return outcome === "UNCHANGED" && changed ? "UPDATE" : outcome;
  }

  /** What the rows of a project say of it together; who contradicts an earlier row is refused. */
  function agree(group: Row[]): { said: ProjectRecord; agreed: Row[] } {
    const said: ProjectRecord = {
      ...{ titleZh: null, titleEn: null, cluster: null, parkId: null, lead: null },
      ...{ agreementId: null, startedOn: null, deliveredOn: null },
      custom: {},
      tags: [],
    };
    const by = new Map<string, number>();
    const agreed = group.filter((row) => {
      const other = FIELDS.find(
        ([name]) => said[name] && row.project[name] && said[name] !== row.project[name],
      );
      const { custom } = row.project;
      const own = (facts.own ?? []).find(
        ({ id }) =>
          said.custom[id] !== undefined && custom[id] !== undefined && said.custom[id] !== custom[id],
      );
      if (other || own) {
        const first = by.get(other?.[0] ?? own?.id ?? "") ?? 0;
        const message = messageOf("imports.errors.projectDisagrees", { row: first });
        refuseRow(row, other?.[1] ?? (own ? ownColumn(own) : null), "PROJECT_DISAGREES", message);
        return false;
      }
      for (const [id, value] of Object.entries(custom)) {
        if (said.custom[id] !== undefined) continue;
        said.custom[id] = value;
        by.set(id, row.n);
      }
      said.tags.push(...row.project.tags);
      for (const [name] of FIELDS) {
        if (said[name] !== null || row.project[name] === null) continue;
        Object.assign(said, { [name]: row.project[name] });
        by.set(name, row.n);
      }
      return true;
    });
    return { said, agreed };
  }

  function missingOf(values: ProjectValues): string | null {
    if (!values.titleZh && !values.titleEn) return "project_zh";
    return facts.parkNeeded && !values.parkId ? "park" : null;
  }
}

function toValues(said: ProjectRecord, fact: ProjectFact | null): ProjectValues {
  return {
    titleZh: said.titleZh ?? fact?.titleZh ?? null,
    titleEn: said.titleEn ?? fact?.titleEn ?? null,
    cluster: said.cluster ?? fact?.cluster ?? null,
    parkId: said.parkId ?? fact?.parkId ?? null,
    lead: said.lead ?? (fact?.leadId ? { key: fact.leadId, id: fact.leadId } : null),
    custom: said.custom,
    tags: toTags([...(fact?.tags ?? []), ...said.tags]),
    agreementId: said.agreementId ?? fact?.agreementId ?? null,
    startedOn: said.startedOn ?? fact?.startedOn ?? null,
    deliveredOn: said.deliveredOn ?? fact?.deliveredOn ?? null,
  };
}

function differs(values: ProjectValues, fact: ProjectFact): boolean {
  return (
    values.titleZh !== fact.titleZh ||
    values.titleEn !== fact.titleEn ||
    values.cluster !== fact.cluster ||
    values.parkId !== fact.parkId ||
    values.agreementId !== fact.agreementId ||
    values.startedOn !== fact.startedOn ||
    values.deliveredOn !== fact.deliveredOn ||
    (values.lead?.id ?? values.lead?.key ?? null) !== fact.leadId ||
    values.tags.length > fact.tags.length ||
    Object.entries(values.custom).some(([id, value]) => fact.custom[id] !== value)
  );
}
