import type { CustomFieldDto, CustomKept } from "../../domain/custom-fields/dto";
import type { CivilDate } from "../../platform/dates/civil";
import type { Cluster, ProjectStage } from "../../platform/db/generated/enums";
import type { FirmCreate, FirmFacts, FirmRef } from "../firms/types";
import type { ParkFact } from "../places";

export type MilestoneFact = {
  id: string;
  version: number;
  titleZh: string | null;
  titleEn: string | null;
  weight: string;
  baselineOn: CivilDate;
  forecastOn: CivilDate | null;
  actualOn: CivilDate | null;
  evidence: string | null;
  noEvidenceReason: string | null;
  files: number;
  cancelled: boolean;
};
export type ProjectFact = {
  id: string;
  version: number;
  code: string;
  titleZh: string | null;
  titleEn: string | null;
  cluster: Cluster;
  parkId: string | null;
  leadId: string | null;
  stage: ProjectStage;
  milestones: MilestoneFact[];
  custom: CustomKept;
  tags: string[];
  agreementId: string | null;
  startedOn: CivilDate | null;
  deliveredOn: CivilDate | null;
};
export type ProjectFacts = FirmFacts & {
  own?: CustomFieldDto[];
  parks: ParkFact[];
  projects: ProjectFact[];
  /** Those that the file names, by code. */
  agreements?: { id: string; code: string }[];
  /** Codes that projects out of reach have. */
  takenCodes: string[];
  /** An officer limited to parks keeps its projects in them. */
  parkNeeded: boolean;
  today: CivilDate;
};

/** What a row says of its project; null is nothing said. */
export type ProjectRecord = {
  titleZh: string | null;
  titleEn: string | null;
  cluster: Cluster | null;
  parkId: string | null;
  lead: FirmRef | null;
  custom: CustomKept;
  tags: string[];
  agreementId: string | null;
  startedOn: CivilDate | null;
  /** Whoever says it says that the project has delivered. */
  deliveredOn: CivilDate | null;
};
export type MilestoneRecord = {
  titleZh: string | null;
  titleEn: string | null;
  weight: string | null;
  baselineOn: CivilDate | null;
  forecastOn: CivilDate | null;
  actualOn: CivilDate | null;
  evidence: string | null;
  noEvidenceReason: string | null;
};
export type ProjectRow = {
  index: number;
  n: number;
  code: string;
  project: ProjectRecord;
  milestone: MilestoneRecord | null;
};

export type ProjectValues = {
  titleZh: string | null;
  titleEn: string | null;
  cluster: Cluster | null;
  parkId: string | null;
  lead: FirmRef | null;
  /** What the file says in custom fields. */
  custom: CustomKept;
  /** Those that it has with those that the file adds. */
  tags: string[];
  agreementId: string | null;
  startedOn: CivilDate | null;
  deliveredOn: CivilDate | null;
};
export type MilestoneCreate = {
  projectKey: string;
  titleZh: string | null;
  titleEn: string | null;
  weight: string;
  baselineOn: CivilDate;
  forecastOn: CivilDate | null;
  actualOn: CivilDate | null;
  evidence: string | null;
  noEvidenceReason: string | null;
};
export type MilestoneUpdate = {
  id: string;
  version: number;
  titleZh: string | null;
  titleEn: string | null;
  weight: string;
  actualOn: CivilDate | null;
  evidence: string | null;
  noEvidenceReason: string | null;
  /** Undefined where the forecast stays: a forecast is kept under the day it was reported. */
  forecastOn: CivilDate | null | undefined;
};
export type ProjectWrites = {
  firms: FirmCreate[];
  projects: {
    creates: (ProjectValues & { key: string; code: string })[];
    updates: (ProjectValues & { id: string; version: number })[];
  };
  milestones: { creates: MilestoneCreate[]; updates: MilestoneUpdate[] };
};
