import type {
  EmployeeDegree,
  EmployeeEmployment,
  EmployeeJobCategory,
  EmployeePermitClass,
  EmployeeTalentGrade,
} from "@/lib/platform/db/generated/enums";

export const jobCategoryLabel = (value: EmployeeJobCategory) => `employees.jobCategory.${value}`;
export const degreeLabel = (value: EmployeeDegree) => `employees.degree.${value}`;
export const talentGradeLabel = (value: EmployeeTalentGrade) => `employees.talentGrade.${value}`;
export const permitClassLabel = (value: EmployeePermitClass) => `employees.permitClass.${value}`;
export const employmentLabel = (value: EmployeeEmployment) => `employees.employment.${value}`;

/** What a person is called wherever names are not opened, by their `number`. */
export const personNumberLabel = "employees.no";
