import type { CivilDate } from "../../platform/dates/civil";
import type {
  EmployeeDegree,
  EmployeeEmployment,
  EmployeeJobCategory,
  EmployeePermitClass,
  EmployeeTalentGrade,
} from "../../platform/db/generated/enums";
import type { FirmFacts } from "../firms/types";
import type { ParkFact } from "../places";

/** What a row says of a person beside who they are; null is nothing said. */
export type EmployeeValues = {
  staffNo: string | null;
  jobCategory: EmployeeJobCategory | null;
  nationality: string | null;
  degree: EmployeeDegree | null;
  talentGrade: EmployeeTalentGrade | null;
  permitClass: EmployeePermitClass | null;
  permitExpiresOn: CivilDate | null;
  employment: EmployeeEmployment | null;
  intern: boolean | null;
  leftOn: CivilDate | null;
};

export type EmployeeFact = EmployeeValues & {
  id: string;
  version: number;
  enterpriseId: string;
  parkId: string;
  name: string;
  joinedOn: CivilDate;
  employment: EmployeeEmployment;
  intern: boolean;
};

export type EmployeeFacts = FirmFacts & { parks: ParkFact[]; employees: EmployeeFact[] };

export type EmployeeRecord = EmployeeValues & {
  enterpriseId: string;
  parkId: string;
  name: string;
  joinedOn: CivilDate;
};

export type EmployeeWrites = { creates: EmployeeRecord[]; updates: (EmployeeFact & { renamed: boolean })[] };
