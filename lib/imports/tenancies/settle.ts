import { computeInForcePeriod } from "../../domain/leases/rules";
import { messageOf } from "../../platform/errors/app-error";
import type { Problem } from "../types";
import type { GroupLine, LeaseBook, LeaseGroup } from "./leases";
import { findClashes, type PlannedLine } from "./lettings";
import type { LettingFact, UnitFact } from "./types";

type Refuse = (problem: Problem) => void;
export type Settling = {
  units: Map<string, UnitFact>;
  lettings: LettingFact[];
  book: LeaseBook;
  nameOf: (group: LeaseGroup) => string;
};

/**
 * Leaves out the rows whose letting meets another, or that renew a lease which is not there. Who is left out makes
 * room again for what he would have replaced, so it is looked at until nothing more falls out.
 */
export function settleLeases(all: LeaseGroup[], facts: Settling, refuse: Refuse): LeaseGroup[] {
  for (let groups = all; ; ) {
    const out = new Map<GroupLine, Omit<Problem, "row">>();
    for (const [line, problem] of clashing(groups, facts)) out.set(line, problem);
    for (const group of groups) {
      const problem = renewalProblem(group, groups, facts.book);
      if (problem) for (const line of group.lines) out.set(line, problem);
    }
    if (out.size === 0) return groups;
    for (const [{ row }, problem] of out) refuse({ row: row.n, ...problem });
    groups = groups
      .map((group) => ({ ...group, lines: group.lines.filter((line) => !out.has(line)) }))
      .filter((group) => group.lines.length > 0);
  }
}

function clashing(groups: LeaseGroup[], facts: Settling): [GroupLine, Omit<Problem, "row">][] {
  const byKey = new Map(groups.map((group) => [group.key, group]));
  const replaced = new Set(groups.flatMap(({ standing }) => (standing ? [standing.id] : [])));
  const planned = groups
    .filter((group) => !group.standing?.sublease)
    .flatMap((group) => toPlanned(group, facts.nameOf(group)));
  return findClashes(facts.units, facts.lettings, replaced, planned).flatMap(({ line, code, message }) => {
    const group = byKey.get(line.leaseKey);
    const problem = { field: "unit", code, message };
    const stands = group?.standing?.lines.some(({ unitId }) => unitId === line.unitId);
    // New terms move every line that a lease has: where one cannot move, none does.
    const left = stands ? group?.lines : group?.lines.filter((own) => own.unit.id === line.unitId);
    return (left ?? []).map((own): [GroupLine, typeof problem] => [own, problem]);
  });
}

/** The lines that a lease would have: those of its rows, and those that stand and move with its terms. */
function toPlanned(group: LeaseGroup, tenant: string): PlannedLine[] {
  const { key: leaseKey, leaseNo, standing } = group;
  const first = Math.min(...group.lines.map(({ row }) => row.index));
  const areas = new Map(standing?.lines.map(({ unitId, area }) => [unitId, area]));
  const named = new Set(group.lines.map(({ unit }) => unit.id));
  const own = group.lines.flatMap(({ row, unit, period }): PlannedLine[] => {
    const area = row.lease?.area ?? areas.get(unit.id) ?? unit.area;
    return period ? [{ index: row.index, leaseKey, leaseNo, tenant, unitId: unit.id, area, period }] : [];
  });
  const period = computeInForcePeriod(group.terms);
  const others = (standing?.lines ?? []).flatMap(({ unitId, area }): PlannedLine[] =>
    named.has(unitId) || !period ? [] : [{ index: first, leaseKey, leaseNo, tenant, unitId, area, period }],
  );
  return [...others, ...own];
}

function renewalProblem(
  group: LeaseGroup,
  groups: LeaseGroup[],
  book: LeaseBook,
): Omit<Problem, "row"> | null {
  const { renewalOf } = group;
  if (renewalOf === null) return null;
  const field = "renewal_of";
  if (renewalOf === group.leaseNo) return { field, code: "OWN_RENEWAL", message: "leases.errors.ownRenewal" };
  const standing = book.byNo.get(renewalOf);
  const inFile = groups.find(({ leaseNo }) => leaseNo === renewalOf);
  if (inFile && inFile.renewalOf === group.leaseNo) {
    return { field, code: "OWN_RENEWAL", message: "leases.errors.ownRenewal" };
  }
  const firm = standing?.enterpriseId ?? inFile?.lines[0]?.row.firm.key;
  if (!firm) {
    const message = messageOf("imports.errors.renewalUnknown", { text: renewalOf });
    return { field, code: "RENEWAL_UNKNOWN", message };
  }
  if (firm === group.lines[0]?.row.firm.key) return null;
  return { field, code: "RENEWAL_OTHER_FIRM", message: "leases.errors.otherFirm" };
}
