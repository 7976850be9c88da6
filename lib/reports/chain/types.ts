import type { Linked, Term } from "@/lib/domain/agreements/rules";
import type { AgreementState } from "@/lib/domain/agreements/schema";
import type { CivilDate } from "@/lib/platform/dates/civil";

/** An agreement as it stands on a day: its state, and what that state rests on. */
export interface Standing extends Linked {
  id: string;
  /** Null before it was signed. */
  state: AgreementState | null;
  /** The expiry as it was agreed and has renewed itself by the day. */
  expiresOn: CivilDate | null;
}

/** What becomes of the agreements signed, in numbers: the five parts add up to `signed`. */
export interface RollUp {
  signed: number;
  withActiveProjects: number;
  delivered: number;
  lapsed: number;
  silent: number;
  inForce: number;
}

/** Everything that hangs on an agreement, day by day, from which its standing on any day is counted. */
export interface AgreementFacts extends Term {
  id: string;
  projects: ProjectFacts[];
  commitments: CommitmentFacts[];
  /** Days of its events, and of what its projects and commitments report. */
  activityOn: CivilDate[];
}

export interface ProjectFacts {
  stage: "PROPOSED" | "APPROVED" | "ACTIVE" | "DELIVERED" | "CANCELLED";
  startedOn: CivilDate | null;
  deliveredOn: CivilDate | null;
  cancelledOn: CivilDate | null;
}

export interface CommitmentFacts {
  baselineOn: CivilDate;
  baseline: number;
  target: number;
  waivedOn: CivilDate | null;
  measurements: { on: CivilDate; value: number }[];
}
