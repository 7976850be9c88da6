"use client";

import { useTranslations } from "next-intl";
import type { ComboOption } from "@/components/ui/form/combo-field";
import { ComboField } from "@/components/ui/form/combo-field";
import { DateField } from "@/components/ui/form/date-field";
import { FormSection } from "@/components/ui/form/form-section";
import { NumberField } from "@/components/ui/form/number-field";
import { RecordForm } from "@/components/ui/form/record-form";
import { RowsField } from "@/components/ui/form/rows-field";
import { SelectField, type SelectOption } from "@/components/ui/form/select-field";
import { TextField } from "@/components/ui/form/text-field";
import { useRecordForm } from "@/components/ui/form/use-record-form";
import { searchAgreementsAction } from "@/lib/domain/agreements/actions";
import {
  createCommitmentAction,
  searchProjectOptionsAction,
  updateCommitmentAction,
} from "@/lib/domain/commitments/actions";
import type { CommitmentDto } from "@/lib/domain/commitments/dto";
import { commitmentMetricLabel, commitmentPathLabel } from "@/lib/domain/commitments/labels";
import {
  commitmentMetrics,
  commitmentPaths,
  createCommitmentSchema,
  updateCommitmentSchema,
} from "@/lib/domain/commitments/schema";
import { searchEnterprisesAction } from "@/lib/domain/enterprises/actions";
import { toDefaults } from "./commitment-defaults";
import { type BindingNames, CountedFields } from "./counted-fields";

type Props = {
  commitment?: CommitmentDto;
  owners: SelectOption[];
  parks: SelectOption[];
  /** What the ids that the form opens with are called. */
  named: BindingNames & Record<"promisorId" | "agreementId" | "projectId", ComboOption | null>;
};

/** What was promised, how it is measured, and the way from the baseline to the target. */
export function CommitmentForm({ commitment, owners, parks, named }: Props) {
  const t = useTranslations("commitments");
  const all = useTranslations();
  const onSaved = ({ id }: { id: string }) => `/commitments/${id}`;
  const defaults = {
    ...toDefaults(commitment),
    ...(commitment
      ? {}
      : { agreementId: named.agreementId?.value ?? "", projectId: named.projectId?.value ?? "" }),
  };
  const creating = useRecordForm({
    schema: createCommitmentSchema,
    action: createCommitmentAction,
    defaultValues: defaults,
    onSaved,
  });
  const editing = useRecordForm({
    schema: updateCommitmentSchema,
    action: updateCommitmentAction,
    defaultValues: { ...defaults, id: commitment?.id ?? "", version: commitment?.version ?? 0 },
    onSaved,
  });
  const record = commitment ? editing : creating;
  const metric = record.form.watch("metric");
  const path = record.form.watch("path");
  return (
    <RecordForm record={record} cancelHref={commitment ? `/commitments/${commitment.id}` : "/commitments"}>
      <FormSection title={t("basics")}>
        <TextField name="code" label={t("code")} autoFocus />
        <SelectField name="ownerId" label={t("ownerId")} options={owners} optional />
        <TextField name="titleZh" label={t("titleZh")} lang="zh-CN" optional />
        <TextField name="titleEn" label={t("titleEn")} lang="en" optional />
        <ComboField
          name="promisorId"
          label={t("promisorId")}
          search={searchEnterprisesAction}
          initial={named.promisorId}
          optional
        />
        <span />
        <TextField name="promisorZh" label={t("promisorZh")} lang="zh-CN" optional />
        <TextField name="promisorEn" label={t("promisorEn")} lang="en" optional />
        <TextField name="promiseeZh" label={t("promiseeZh")} lang="zh-CN" optional />
        <TextField name="promiseeEn" label={t("promiseeEn")} lang="en" optional />
        <TextField name="sourceZh" label={t("sourceZh")} lang="zh-CN" optional />
        <TextField name="sourceEn" label={t("sourceEn")} lang="en" optional />
        <ComboField
          name="agreementId"
          label={t("agreementId")}
          search={searchAgreementsAction}
          initial={named.agreementId}
          optional
        />
        <ComboField
          name="projectId"
          label={t("projectId")}
          search={searchProjectOptionsAction}
          initial={named.projectId}
          optional
        />
      </FormSection>
      <FormSection title={t("counted")} help={t("metricHelp")}>
        <SelectField
          name="metric"
          label={t("metricLabel")}
          options={commitmentMetrics.map((value) => ({ value, label: all(commitmentMetricLabel(value)) }))}
        />
        <CountedFields metric={metric} parks={parks} named={named} />
        <TextField name="unitZh" label={t("unitZh")} help={t("unitHelp")} lang="zh-CN" optional />
        <TextField name="unitEn" label={t("unitEn")} lang="en" optional />
      </FormSection>
      <FormSection title={t("way")}>
        <NumberField name="baselineValue" label={t("baselineValue")} />
        <DateField name="baselineOn" label={t("baselineOn")} />
        <NumberField name="targetValue" label={t("targetValue")} />
        <DateField name="targetOn" label={t("targetOn")} />
        <SelectField
          name="path"
          label={t("pathLabel")}
          options={commitmentPaths.map((value) => ({ value, label: all(commitmentPathLabel(value)) }))}
        />
      </FormSection>
      {path === "STEPPED" ? (
        <RowsField
          name="steps"
          title={t("steps")}
          help={t("stepsHelp")}
          addLabel={t("addStep")}
          removeLabel={t("removeStep")}
          blank={{ on: "", value: "" }}
        >
          {(row) => (
            <>
              <DateField name={`${row}.on`} label={t("on")} />
              <NumberField name={`${row}.value`} label={t("value")} />
            </>
          )}
        </RowsField>
      ) : null}
    </RecordForm>
  );
}
