"use client";

import { useTranslations } from "next-intl";
import { CheckboxField } from "@/components/ui/form/checkbox-field";
import { DateField } from "@/components/ui/form/date-field";
import { FormSection } from "@/components/ui/form/form-section";
import { RecordForm } from "@/components/ui/form/record-form";
import { SelectField, type SelectOption } from "@/components/ui/form/select-field";
import { TextField } from "@/components/ui/form/text-field";
import { useRecordForm } from "@/components/ui/form/use-record-form";
import { createEmployeeAction, updateEmployeeAction } from "@/lib/domain/employees/actions";
import type { EmployeeDto } from "@/lib/domain/employees/dto";
import {
  degreeLabel,
  employmentLabel,
  jobCategoryLabel,
  permitClassLabel,
  talentGradeLabel,
} from "@/lib/domain/employees/labels";
import {
  createEmployeeSchema,
  degrees,
  employments,
  jobCategories,
  permitClasses,
  talentGrades,
  updateEmployeeSchema,
} from "@/lib/domain/employees/schema";

type Props = {
  employee?: EmployeeDto;
  enterpriseId: string;
  parks: SelectOption[];
  countries: SelectOption[];
  today: string;
  /** Where a firm keeps its own; the office's roster unless told. */
  at?: string;
};

/** A person on a roster. What is typed is never kept as a draft: a browser is no place for names. */
export function EmployeeForm({ employee, enterpriseId, parks, countries, today, at }: Props) {
  const t = useTranslations("employees");
  const all = useTranslations();
  const shared = {
    name: "",
    staffNo: employee?.staffNo ?? "",
    jobCategory: employee?.jobCategory ?? "",
    nationality: employee?.nationality ?? "",
    degree: employee?.degree ?? "",
    talentGrade: employee?.talentGrade ?? "",
    permitClass: employee?.permitClass ?? "",
    permitExpiresOn: employee?.permitExpiresOn ?? "",
    employment: employee?.employment ?? "OWN",
    intern: employee?.intern ?? false,
    joinedOn: employee?.joinedOn ?? today,
    leftOn: employee?.leftOn ?? "",
  } as const;
  const place = at ?? "/employees";
  const roster = at ?? `/employees?enterprise=${enterpriseId}`;
  const onSaved = ({ id }: { id: string }) => `${place}/${id}`;
  const creating = useRecordForm({
    schema: createEmployeeSchema,
    action: createEmployeeAction,
    defaultValues: { ...shared, enterpriseId, parkId: parks.length === 1 ? (parks[0]?.value ?? "") : "" },
    onSaved,
    draft: false,
  });
  const editing = useRecordForm({
    schema: updateEmployeeSchema,
    action: updateEmployeeAction,
    defaultValues: { ...shared, id: employee?.id ?? "", version: employee?.version ?? 0 },
    onSaved,
    draft: false,
  });
  const options = <Value extends string>(values: readonly Value[], label: (value: Value) => string) =>
    values.map((value) => ({ value, label: all(label(value)) }));
  return (
    <RecordForm
      record={employee ? editing : creating}
      cancelHref={employee ? `${place}/${employee.id}` : roster}
    >
      <FormSection title={t("who")}>
        {employee ? (
          <TextField name="name" label={t("nameKeep")} help={t("nameKeepHelp")} optional />
        ) : (
          <TextField name="name" label={t("name")} help={t("nameHelp")} autoFocus />
        )}
        <TextField name="staffNo" label={t("staffNo")} help={t("staffNoHelp")} optional />
        <SelectField name="nationality" label={t("nationality")} options={countries} optional />
        <SelectField
          name="degree"
          label={t("degreeLabel")}
          options={options(degrees, degreeLabel)}
          optional
        />
        <SelectField
          name="talentGrade"
          label={t("talentGradeLabel")}
          options={options(talentGrades, talentGradeLabel)}
          optional
        />
      </FormSection>
      <FormSection title={t("work")}>
        {employee ? null : <SelectField name="parkId" label={t("park")} options={parks} />}
        <SelectField
          name="jobCategory"
          label={t("jobCategoryLabel")}
          options={options(jobCategories, jobCategoryLabel)}
          optional
        />
        <SelectField
          name="employment"
          label={t("employmentLabel")}
          options={options(employments, employmentLabel)}
        />
        <CheckboxField name="intern" label={t("intern")} />
        <DateField name="joinedOn" label={t("joinedOn")} />
        {employee ? <DateField name="leftOn" label={t("leftOn")} optional /> : null}
      </FormSection>
      <FormSection title={t("papers")}>
        <SelectField
          name="permitClass"
          label={t("permitClassLabel")}
          options={options(permitClasses, permitClassLabel)}
          optional
        />
        <DateField name="permitExpiresOn" label={t("permitExpiresOn")} optional />
      </FormSection>
    </RecordForm>
  );
}
