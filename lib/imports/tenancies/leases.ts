import type { InForcePeriod } from "../../domain/leases/rules";
import { messageOf } from "../../platform/errors/app-error";
import { groupBy } from "../group";
import type { Problem } from "../types";
import { agreeOnTerms, pickUnit, toLeaseNo, toTerms } from "./terms";
import type { LeaseFact, LeaseTerms, TenancyRow, UnitFact } from "./types";

/** One row as a line of its lease. */
export type GroupLine = { row: TenancyRow; unit: UnitFact; period: InForcePeriod | null };

/** The rows of one lease, with the terms on which they agree. */
export type LeaseGroup = {
  key: string;
  leaseNo: string;
  standing: LeaseFact | undefined;
  terms: LeaseTerms;
  renewalOf: string | null;
  /** The id of the lease that it renews, where that one is there already. */
  renewalId: string | null;
  lines: GroupLine[];
  duplicates: TenancyRow[];
};

export type LeaseBook = {
  byNo: Map<string, LeaseFact>;
  byUnit: Map<string, LeaseFact[]>;
  taken: Set<string>;
};

export function toLeaseBook(leases: LeaseFact[], takenLeaseNos: string[]): LeaseBook {
  const pairs = leases.flatMap((lease) => lease.lines.map(({ unitId }) => ({ unitId, lease })));
  const byUnit = groupBy(pairs, ({ unitId }) => unitId);
  return {
    byNo: new Map(leases.map((lease) => [lease.leaseNo, lease])),
    byUnit: new Map([...byUnit].map(([unitId, list]) => [unitId, list.map(({ lease }) => lease)])),
    taken: new Set(takenLeaseNos),
  };
}

/** Rows gathered to leases, each lease with terms that hold together; what does not is refused. */
export function gatherLeases(
  rows: TenancyRow[],
  book: LeaseBook,
  refuse: (problem: Problem) => void,
): LeaseGroup[] {
  const numbered = rows.flatMap((row) => {
    const leaseNo = numberOf(row, book);
    if (leaseNo === null) {
      refuse({ row: row.n, field: "starts_on", code: "REQUIRED", message: "imports.errors.required" });
    } else if (book.taken.has(leaseNo)) {
      refuse({
        row: row.n,
        field: "lease_no",
        code: "LEASE_NO_TAKEN",
        message: "leases.errors.leaseNoTaken",
      });
    } else return [{ row, leaseNo }];
    return [];
  });
  const groups = groupBy(numbered, ({ leaseNo }) => leaseNo);
  return [...groups].flatMap(([leaseNo, list]) => {
    const standing = book.byNo.get(leaseNo);
    const own = ofOneFirmAndPark(
      list.map(({ row }) => row),
      standing,
      refuse,
    );
    const { said, agreed } = agreeOnTerms(own, refuse);
    if (agreed.length === 0) return [];
    const result = toTerms(said, standing);
    if (!("terms" in result)) {
      for (const row of agreed) refuse({ row: row.n, ...result });
      return [];
    }
    const { terms } = result;
    const { lines, duplicates } = toLines(agreed, terms, standing, refuse);
    if (lines.length === 0) return [];
    const { renewalOf } = said;
    const renewalId = renewalOf === null ? null : (book.byNo.get(renewalOf)?.id ?? null);
    return [{ key: `lease:${leaseNo}`, leaseNo, standing, terms, renewalOf, renewalId, lines, duplicates }];
  });
}

/** The number written, else the number of the same firm's lease of the unit from that day, else a made one. */
function numberOf(row: TenancyRow, book: LeaseBook): string | null {
  if (row.lease?.leaseNo) return row.lease.leaseNo;
  const startsOn = row.lease?.startsOn;
  if (!startsOn) return null;
  for (const { id } of row.units) {
    const same = book.byUnit
      .get(id)
      ?.find((lease) => lease.enterpriseId === row.firm.id && lease.startsOn === startsOn);
    if (same) return same.leaseNo;
  }
  return toLeaseNo(row, startsOn);
}

function ofOneFirmAndPark(
  rows: TenancyRow[],
  standing: LeaseFact | undefined,
  refuse: (problem: Problem) => void,
): TenancyRow[] {
  const [first] = rows;
  const firm = standing?.enterpriseId ?? first?.firm.key;
  const park = standing?.parkId ?? first?.parkId;
  return rows.filter((row) => {
    if (row.firm.key !== firm) {
      const message = standing
        ? "imports.errors.leaseOtherFirm"
        : messageOf("imports.errors.leaseOtherFirmInFile", { row: first?.n ?? 0 });
      refuse({ row: row.n, field: "lease_no", code: "LEASE_OTHER_FIRM", message });
      return false;
    }
    if (row.parkId === park) return true;
    refuse({ row: row.n, field: "park", code: "LEASE_OTHER_PARK", message: "leases.errors.otherPark" });
    return false;
  });
}

/** Whether a letting runs on past the day on which its unit was split, merged or closed. */
function outlives({ unit, period }: Pick<GroupLine, "unit" | "period">): boolean {
  if (period === null || unit.validTo === null) return false;
  return period.to === null || period.to >= unit.validTo;
}

function toLines(
  rows: TenancyRow[],
  terms: LeaseTerms,
  standing: LeaseFact | undefined,
  refuse: (problem: Problem) => void,
) {
  const held = new Set(standing?.lines.map(({ unitId }) => unitId));
  const seen = new Map<string, { row: TenancyRow; values: string }>();
  const lines: GroupLine[] = [];
  const duplicates: TenancyRow[] = [];
  for (const row of rows) {
    const picked = pickUnit(row, terms);
    if (!("unit" in picked)) {
      refuse({ row: row.n, ...picked });
      continue;
    }
    if (outlives(picked) && !held.has(picked.unit.id)) {
      const values = { unit: picked.unit.code, to: picked.unit.validTo };
      const message = messageOf("imports.errors.unitEnds", values);
      refuse({ row: row.n, field: "unit", code: "UNIT_ENDS", message });
      continue;
    }
    const values = JSON.stringify([row.firmRecord, row.lease, row.headcount]);
    const before = seen.get(picked.unit.id);
    if (before?.values === values) duplicates.push(row);
    else if (before) {
      const message = messageOf("imports.errors.unitTwice", { row: before.row.n });
      refuse({ row: row.n, field: "unit", code: "TWICE_IN_FILE", message });
    } else {
      seen.set(picked.unit.id, { row, values });
      lines.push({ row, ...picked });
    }
  }
  return { lines, duplicates };
}
