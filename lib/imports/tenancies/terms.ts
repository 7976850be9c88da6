import { computeInForcePeriod, type InForcePeriod } from "../../domain/leases/rules";
import { messageOf } from "../../platform/errors/app-error";
import type { Problem } from "../types";
import type { LeaseFact, LeaseRecord, LeaseTerms, TenancyRow, UnitFact } from "./types";

const FIELDS = {
  signedOn: "signed_on",
  startsOn: "starts_on",
  endsOn: "ends_on",
  movedInOn: "moved_in_on",
  terminatedOn: "terminated_on",
  movedOutOn: "moved_out_on",
  holdover: "holdover",
  renewalOf: "renewal_of",
} as const;
type Name = keyof typeof FIELDS;
const NAMES = Object.keys(FIELDS) as Name[];

export type Said = Pick<LeaseRecord, Name>;
type Refuse = (problem: Problem) => void;

/**
 * What the rows of one lease say of it together: a blank says nothing, and who says something else than an earlier
 * row is refused. Returns the rows that agree.
 */
export function agreeOnTerms(rows: TenancyRow[], refuse: Refuse): { said: Said; agreed: TenancyRow[] } {
  const said: Said = {
    signedOn: null,
    startsOn: null,
    endsOn: null,
    movedInOn: null,
    terminatedOn: null,
    movedOutOn: null,
    holdover: null,
    renewalOf: null,
  };
  const by = new Map<Name, number>();
  const agreed = rows.filter((row) => {
    const other = NAMES.find((name) => {
      const value = row.lease?.[name] ?? null;
      return value !== null && said[name] !== null && said[name] !== value;
    });
    if (other) {
      const values = { row: by.get(other) ?? 0, value: String(said[other]) };
      const message = messageOf("imports.errors.leaseDisagrees", values);
      refuse({ row: row.n, field: FIELDS[other], code: "LEASE_DISAGREES", message });
      return false;
    }
    for (const name of NAMES) {
      const value = row.lease?.[name] ?? null;
      if (value === null || said[name] !== null) continue;
      Object.assign(said, { [name]: value });
      by.set(name, row.n);
    }
    return true;
  });
  return { said, agreed };
}

/** The terms that a lease would have: what is said, else what stands. Null with the problem of what is missing. */
export function toTerms(
  said: Said,
  standing: LeaseFact | undefined,
): { terms: LeaseTerms } | { field: string; code: string; message: string } {
  const startsOn = said.startsOn ?? standing?.startsOn;
  const endsOn = said.endsOn ?? standing?.endsOn;
  if (!startsOn) return { field: "starts_on", code: "REQUIRED", message: "imports.errors.required" };
  if (!endsOn) return { field: "ends_on", code: "REQUIRED", message: "imports.errors.required" };
  const terms: LeaseTerms = {
    startsOn,
    endsOn,
    signedOn: said.signedOn ?? standing?.signedOn ?? null,
    movedInOn: said.movedInOn ?? standing?.movedInOn ?? null,
    terminatedOn: said.terminatedOn ?? standing?.terminatedOn ?? null,
    movedOutOn: said.movedOutOn ?? standing?.movedOutOn ?? null,
    holdover: said.holdover ?? standing?.holdover ?? false,
  };
  if (endsOn < startsOn) {
    return { field: "ends_on", code: "ENDS_BEFORE_START", message: "leases.errors.endsBeforeStart" };
  }
  if (terms.movedOutOn && terms.movedOutOn < (terms.movedInOn ?? startsOn)) {
    return { field: "moved_out_on", code: "OUT_BEFORE_IN", message: "leases.errors.outBeforeIn" };
  }
  return { terms };
}

/** A lease without a number gets one that is the same at every import of the same row. */
export function toLeaseNo(row: TenancyRow, startsOn: string): string {
  const unit = row.units[0]?.code ?? "";
  const place = [row.parkCode, row.buildingCode, unit].filter(Boolean).join("-");
  return `${place.slice(0, 51)}-${startsOn.replaceAll("-", "")}`;
}

/** The unit among its versions that exists when the lease takes force; else why there is none. */
export function pickUnit(
  row: TenancyRow,
  terms: LeaseTerms,
): { unit: UnitFact; period: InForcePeriod | null } | { field: string; code: string; message: string } {
  const period = computeInForcePeriod(terms);
  const day = period?.from ?? terms.startsOn;
  const unit =
    row.units.find(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day < validTo)) ??
    // A lease that never was in force holds no unit, so any version will do.
    (period ? undefined : row.units.at(-1));
  if (unit) return { unit, period };
  const last = row.units.at(-1);
  const values = { unit: last?.code ?? "", from: last?.validFrom ?? "", to: last?.validTo ?? "" };
  const message = messageOf(
    last?.validTo ? "imports.errors.unitNotThen" : "imports.errors.unitNotYet",
    values,
  );
  return { field: "unit", code: "UNIT_NOT_THEN", message };
}
