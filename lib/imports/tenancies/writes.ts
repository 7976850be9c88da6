import type { Outcome } from "../types";
import type { LeaseGroup } from "./leases";
import type { LeaseTerms, LeaseUpdate, TenancyWrites } from "./types";

type Renewal = LeaseUpdate["renewalOf"];
type Result = { writes: TenancyWrites["leases"]; outcomes: Map<number, Outcome> };

/** What the leases of a file write, and what that makes of each of their rows. */
export function toLeaseWrites(groups: LeaseGroup[]): Result {
  const byNo = new Map(groups.map((group) => [group.leaseNo, group]));
  const result: Result = { writes: { creates: [], updates: [] }, outcomes: new Map() };
  for (const group of inOrder(groups, byNo)) {
    const renewalOf = toRenewal(group, byNo);
    if (group.standing) update(group, renewalOf, result);
    else create(group, renewalOf, result);
  }
  return result;
}

function create(group: LeaseGroup, renewalOf: Renewal, { writes, outcomes }: Result): void {
  const [first] = group.lines;
  if (!first) return;
  for (const { row } of group.lines) outcomes.set(row.index, "NEW");
  writes.creates.push({
    ...group.terms,
    key: group.key,
    leaseNo: group.leaseNo,
    firm: first.row.firm,
    renewalOf,
    lines: group.lines.map(({ row, unit }) => ({ unitId: unit.id, area: row.lease?.area ?? unit.area })),
  });
}

function update(group: LeaseGroup, renewalOf: Renewal, { writes, outcomes }: Result): void {
  const { standing, terms } = group;
  if (!standing) return;
  const standingLines = new Map(standing.lines.map((line) => [line.unitId, line]));
  const newLines: LeaseUpdate["newLines"] = [];
  const lineAreas: LeaseUpdate["lineAreas"] = [];
  const moved = !sameTerms(terms, standing) || !sameRenewal(renewalOf, standing.renewalOfId);
  for (const { row, unit } of group.lines) {
    const line = standingLines.get(unit.id);
    const area = row.lease?.area ?? line?.area ?? unit.area;
    if (!line) {
      newLines.push({ unitId: unit.id, area });
      outcomes.set(row.index, "NEW");
      continue;
    }
    const grows = Number(area) !== Number(line.area);
    if (grows) lineAreas.push({ id: line.id, unitId: unit.id, area });
    outcomes.set(row.index, moved || grows ? "UPDATE" : "UNCHANGED");
  }
  if (!moved && newLines.length === 0 && lineAreas.length === 0) return;
  const { id, version } = standing;
  writes.updates.push({ ...terms, id, version, renewalOf, newLines, lineAreas });
}

function sameTerms(terms: LeaseTerms, standing: LeaseTerms): boolean {
  const names = Object.keys(terms) as (keyof LeaseTerms)[];
  return names.every((name) => terms[name] === standing[name]);
}

function sameRenewal(renewalOf: Renewal, standing: string | null): boolean {
  if (renewalOf === null) return standing === null;
  return "id" in renewalOf && renewalOf.id === standing;
}

/** What stands is by id; what the file brings by key; nothing said leaves what stands. */
function toRenewal(group: LeaseGroup, byNo: Map<string, LeaseGroup>): Renewal {
  const standing = group.standing?.renewalOfId ?? null;
  if (group.renewalOf === null) return standing ? { id: standing } : null;
  const target = byNo.get(group.renewalOf);
  if (target?.standing) return { id: target.standing.id };
  if (target) return { key: target.key };
  return group.renewalId ? { id: group.renewalId } : null;
}

/** A lease after the lease that it renews, since the database wants the older one first. */
function inOrder(groups: LeaseGroup[], byNo: Map<string, LeaseGroup>): LeaseGroup[] {
  const placed = new Set<LeaseGroup>();
  for (const group of groups) {
    const chain: LeaseGroup[] = [];
    for (let next: LeaseGroup | undefined = group; next && !placed.has(next) && !chain.includes(next); ) {
      chain.push(next);
      next = next.renewalOf === null ? undefined : byNo.get(next.renewalOf);
    }
    for (const link of chain.reverse()) placed.add(link);
  }
  return [...placed];
}
