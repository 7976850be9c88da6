"use client";

import { useTranslations } from "next-intl";
import { CheckboxField } from "@/components/ui/form/checkbox-field";
import { FormSection, Wide } from "@/components/ui/form/form-section";
import { NumberField } from "@/components/ui/form/number-field";
import { RecordForm } from "@/components/ui/form/record-form";
import { RowsField } from "@/components/ui/form/rows-field";
import { SelectField } from "@/components/ui/form/select-field";
import { TextField } from "@/components/ui/form/text-field";
import { useRecordForm } from "@/components/ui/form/use-record-form";
import { createCustomFieldAction, updateCustomFieldAction } from "@/lib/domain/custom-fields/actions";
import type { CustomFieldDto } from "@/lib/domain/custom-fields/dto";
import { customFieldSubjectLabel, customFieldTypeLabel } from "@/lib/domain/custom-fields/labels";
import {
  createCustomFieldSchema,
  customFieldReaders,
  customFieldSubjects,
  customFieldTypes,
  updateCustomFieldSchema,
} from "@/lib/domain/custom-fields/schema";

type Props = {
  field?: CustomFieldDto;
  /** Whether a value of it was ever saved: then kind and key stand. */
  used?: boolean;
  subject: CustomFieldDto["subject"];
};

/** A field's labels, kind, limits and readers; the limits asked are those of its kind. */
export function CustomFieldForm({ field, used, subject }: Props) {
  const t = useTranslations("custom-fields");
  const all = useTranslations();
  const onSaved = ({ id }: { id: string }) => `/custom-fields/${id}`;
  const defaultValues = toDefaults(field);
  const creating = useRecordForm({
    schema: createCustomFieldSchema,
    action: createCustomFieldAction,
    defaultValues: { ...defaultValues, subject },
    onSaved,
  });
  const editing = useRecordForm({
    schema: updateCustomFieldSchema,
    action: updateCustomFieldAction,
    defaultValues: { ...defaultValues, id: field?.id ?? "", version: field?.version ?? 0 },
    onSaved,
  });
  const record = field ? editing : creating;
  const type = record.form.watch("type");
  return (
    <RecordForm record={record} cancelHref={field ? `/custom-fields/${field.id}` : "/custom-fields"}>
      <FormSection title={t("basics")} help={used ? t("fixed") : undefined}>
        {field ? null : (
          <SelectField
            name="subject"
            label={t("subjectLabel")}
            options={customFieldSubjects.map((value) => ({
              value,
              label: all(customFieldSubjectLabel(value)),
            }))}
          />
        )}
        <SelectField
          name="type"
          label={t("typeLabel")}
          disabled={used}
          options={customFieldTypes.map((value) => ({ value, label: all(customFieldTypeLabel(value)) }))}
        />
        <TextField name="labelZh" label={t("labelZh")} lang="zh-CN" optional autoFocus />
        <TextField name="labelEn" label={t("labelEn")} lang="en" optional />
        <TextField name="helpZh" label={t("helpZh")} lang="zh-CN" optional />
        <TextField name="helpEn" label={t("helpEn")} lang="en" optional />
        <TextField name="key" label={t("key")} help={t("keyHelp")} disabled={used} optional />
        <NumberField name="position" label={t("position")} help={t("positionHelp")} optional />
        <Wide>
          <CheckboxField name="required" label={t("required")} help={t("requiredHelp")} />
        </Wide>
      </FormSection>
      {type === "CHOICE" ? (
        <RowsField
          name="options"
          title={t("options")}
          help={t("optionsHelp")}
          addLabel={t("addOption")}
          removeLabel={t("removeOption")}
          moveLabel={t("moveUp")}
          blank={{ id: "", labelZh: "", labelEn: "", retired: false }}
        >
          {(path) => (
            <>
              <TextField name={`${path}.labelZh`} label={t("labelZh")} lang="zh-CN" optional />
              <TextField name={`${path}.labelEn`} label={t("labelEn")} lang="en" optional />
              <CheckboxField name={`${path}.retired`} label={t("retiredOption")} />
            </>
          )}
        </RowsField>
      ) : null}
      {type === "NUMBER" ? (
        <FormSection title={t("limits")}>
          <NumberField name="decimals" label={t("decimals")} optional />
          <TextField name="unit" label={t("unit")} optional />
          <NumberField name="minValue" label={t("minValue")} optional />
          <NumberField name="maxValue" label={t("maxValue")} optional />
        </FormSection>
      ) : null}
      {type === "TEXT" ? (
        <FormSection title={t("limits")}>
          <NumberField name="maxLength" label={t("maxLength")} optional />
        </FormSection>
      ) : null}
      <FormSection title={t("readers")} help={t("shownToHelp")}>
        {customFieldReaders.map((role) => (
          <CheckboxField key={role} name={`shownTo.${role}`} label={t(`reader.${role}`)} />
        ))}
      </FormSection>
    </RecordForm>
  );
}

function toDefaults(field?: CustomFieldDto) {
  return {
    type: field?.type ?? ("TEXT" as const),
    labelZh: field?.labelZh ?? "",
    labelEn: field?.labelEn ?? "",
    helpZh: field?.helpZh ?? "",
    helpEn: field?.helpEn ?? "",
    key: field?.key ?? "",
    position: field ? String(field.position) : "",
    required: field?.required ?? false,
    decimals: String(field?.decimals ?? ""),
    unit: field?.unit ?? "",
    minValue: field?.minValue ?? "",
    maxValue: field?.maxValue ?? "",
    maxLength: String(field?.maxLength ?? ""),
    options:
      field?.options.map(({ id, labelZh, labelEn, retired }) => ({
        ...{ id, retired },
        labelZh: labelZh ?? "",
        labelEn: labelEn ?? "",
      })) ?? [],
    shownTo: Object.fromEntries(
      customFieldReaders.map((role) => [role, field?.shownTo.includes(role) ?? false]),
    ),
  };
}
