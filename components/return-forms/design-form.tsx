"use client";

import { useTranslations } from "next-intl";
import { Wide } from "@/components/ui/form/form-section";
import { RecordForm } from "@/components/ui/form/record-form";
import { RowsField } from "@/components/ui/form/rows-field";
import { SelectField } from "@/components/ui/form/select-field";
import { TextField } from "@/components/ui/form/text-field";
import { TextareaField } from "@/components/ui/form/textarea-field";
import { useRecordForm } from "@/components/ui/form/use-record-form";
import { useValues } from "@/components/ui/form/use-values";
import { designReturnFormAction } from "@/lib/domain/return-forms/actions";
import { toDesign } from "@/lib/domain/return-forms/rules";
import {
  designFormSchema,
  MOST_SECTIONS,
  type ReturnDefinition,
  sumKinds,
} from "@/lib/domain/return-forms/schema";
import { blankField, blankSection, blankSum, toRow } from "./design-defaults";
import { FieldRow } from "./field-row";

type Props = { formId: string; of: { id: string; version: number }; definition: ReturnDefinition };

/** A form's questions: its sections, what each asks and by which rules, and what must add up. */
export function DesignForm({ formId, of, definition }: Props) {
  const t = useTranslations("return-forms");
  const design = toDesign(definition);
  const record = useRecordForm({
    schema: designFormSchema,
    action: designReturnFormAction,
    defaultValues: {
      ...of,
      sections: design.sections.map((section) => ({ ...blankSection, ...withoutNulls(section) })),
      fields: design.fields.map(toRow),
      sums: design.sums.map((sum) => ({ ...sum, partKeys: sum.partKeys.join(", ") })),
    },
    onSaved: () => `/return-forms/${formId}`,
  });
  return (
    <RecordForm record={record} cancelHref={`/return-forms/${formId}`}>
      <RowsField
        name="sections"
        title={t("sections")}
        help={t("sectionsHelp")}
        addLabel={t("addSection")}
        removeLabel={t("removeSection")}
        moveLabel={t("moveUp")}
        blank={blankSection}
        least={1}
      >
        {(path) => (
          <>
            <TextField name={`${path}.key`} label={t("key")} />
            <TextField name={`${path}.titleZh`} label={t("titleZh")} lang="zh-CN" optional />
            <TextField name={`${path}.titleEn`} label={t("titleEn")} lang="en" optional />
            <Wide>
              <TextareaField name={`${path}.helpZh`} label={t("helpZh")} lang="zh-CN" rows={2} optional />
            </Wide>
            <Wide>
              <TextareaField name={`${path}.helpEn`} label={t("helpEn")} lang="en" rows={2} optional />
            </Wide>
          </>
        )}
      </RowsField>
      <Questions />
      <RowsField
        name="sums"
        title={t("sums")}
        help={t("sumsHelp")}
        addLabel={t("addSum")}
        removeLabel={t("removeSum")}
        blank={blankSum}
      >
        {(path) => (
          <>
            <TextField name={`${path}.totalKey`} label={t("totalKey")} />
            <TextField name={`${path}.partKeys`} label={t("partKeys")} help={t("partKeysHelp")} />
            <SelectField
              name={`${path}.kind`}
              label={t("sumKindLabel")}
              options={sumKinds.map((value) => ({ value, label: t(`sumKind.${value}`) }))}
            />
          </>
        )}
      </RowsField>
    </RecordForm>
  );
}

const sectionKeys = Array.from({ length: MOST_SECTIONS }, (_, i) => `sections.${i}.key`);

/** All questions; the sections are looked at once for all of them. */
function Questions() {
  const t = useTranslations("return-forms");
  const sections = [...new Set(useValues(sectionKeys).filter(Boolean))].join("\n");
  return (
    <RowsField
      name="fields"
      title={t("questions")}
      help={t("questionsHelp")}
      addLabel={t("addField")}
      removeLabel={t("removeField")}
      moveLabel={t("moveUp")}
      blank={blankField}
      least={1}
    >
      {(path) => <FieldRow path={path} sections={sections} />}
    </RowsField>
  );
}

const withoutNulls = <Row extends object>(row: Row) =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value ?? ""]));
