import type { CivilDate } from "../../platform/dates/civil";
import type { FirmCreate, FirmFacts, FirmRecord, FirmRef, FirmUpdate } from "../firms/types";
import type { PlaceFacts } from "../places";

export type UnitFact = {
  id: string;
  buildingId: string;
  code: string;
  area: string;
  shared: boolean;
  validFrom: CivilDate;
  validTo: CivilDate | null;
};

export type LeaseTerms = {
  signedOn: CivilDate | null;
  startsOn: CivilDate;
  endsOn: CivilDate;
  movedInOn: CivilDate | null;
  terminatedOn: CivilDate | null;
  movedOutOn: CivilDate | null;
  holdover: boolean;
};

export type LeaseFact = LeaseTerms & {
  id: string;
  version: number;
  leaseNo: string;
  parkId: string;
  enterpriseId: string;
  renewalOfId: string | null;
  sublease: boolean;
  lines: { id: string; unitId: string; area: string }[];
};

/** A letting that stands on a unit, of whatever lease. */
export type LettingFact = {
  unitId: string;
  leaseId: string;
  leaseNo: string;
  tenant: string;
  from: CivilDate;
  to: CivilDate | null;
  area: string;
};

export type HeadcountFact = {
  id: string;
  version: number;
  enterpriseId: string;
  parkId: string;
  on: CivilDate;
  total: number;
  inParts: boolean;
};

export type TenancyFacts = PlaceFacts &
  FirmFacts & {
    units: UnitFact[];
    /** Those that the file names by number, and those that stand on its units. */
    leases: LeaseFact[];
    /** Numbers that leases out of reach have. */
    takenLeaseNos: string[];
    lettings: LettingFact[];
    headcounts: HeadcountFact[];
    today: CivilDate;
  };

/** What a row says of its lease; null is nothing said. */
export type LeaseRecord = { [Name in keyof LeaseTerms]: LeaseTerms[Name] | null } & {
  leaseNo: string | null;
  renewalOf: string | null;
  area: string | null;
};

/** A row that has been read and placed. */
export type TenancyRow = {
  index: number;
  n: number;
  firm: FirmRef;
  firmRecord: FirmRecord;
  parkId: string | null;
  parkCode: string;
  buildingCode: string;
  lease: LeaseRecord | null;
  /** The versions of the unit named, of which the lease's first day picks one. */
  units: UnitFact[];
  headcount: { total: number; on: CivilDate } | null;
};

export type LeaseCreate = LeaseTerms & {
  key: string;
  leaseNo: string;
  firm: FirmRef;
  /** The lease that it renews: one that is there by id, or one of the file by key. */
  renewalOf: { id: string } | { key: string } | null;
  lines: { unitId: string; area: string }[];
};
export type LeaseUpdate = LeaseTerms & {
  id: string;
  version: number;
  renewalOf: { id: string } | { key: string } | null;
  newLines: { unitId: string; area: string }[];
  lineAreas: { id: string; unitId: string; area: string }[];
};

export type TenancyWrites = {
  firms: { creates: FirmCreate[]; updates: FirmUpdate[] };
  leases: { creates: LeaseCreate[]; updates: LeaseUpdate[] };
  headcounts: {
    creates: { firm: FirmRef; parkId: string; on: CivilDate; total: number }[];
    updates: { id: string; version: number; total: number }[];
  };
};
