"use client";

import { useTranslations } from "next-intl";
import { CheckboxField } from "@/components/ui/form/checkbox-field";
import { DateField } from "@/components/ui/form/date-field";
import { FormSection, Wide } from "@/components/ui/form/form-section";
import { NumberField } from "@/components/ui/form/number-field";
import { RecordForm } from "@/components/ui/form/record-form";
import { TextField } from "@/components/ui/form/text-field";
import { useRecordForm } from "@/components/ui/form/use-record-form";
import { mergeUnitsAction } from "@/lib/domain/units/actions";
import { mergeUnitsSchema } from "@/lib/domain/units/schema";
import { useFormats } from "@/lib/platform/i18n/use-formats";
import type { ChangingUnit } from "./split-unit-form";

export type Neighbour = { id: string; code: string; area: string };

/** The unit with others of its floor as one. */
export function MergeUnitsForm(props: { unit: ChangingUnit; neighbours: Neighbour[]; today: string }) {
  const { unit, neighbours } = props;
  const t = useTranslations("units");
  const formats = useFormats();
  const record = useRecordForm({
    schema: mergeUnitsSchema,
    action: mergeUnitsAction,
    defaultValues: {
      ...{ id: unit.id, version: unit.version, on: props.today, code: unit.code, area: "", reason: "" },
      unitIds: Object.fromEntries(neighbours.map(({ id }) => [id, false])),
    },
    onSaved: ({ id }) => `/units/${id}`,
  });
  return (
    <RecordForm record={record} submitLabel={t("merge")} cancelHref={`/units/${unit.id}`}>
      <FormSection help={t("mergeHelp", { unit: unit.code })}>
        <DateField name="on" label={t("on")} help={t("onHelp")} />
      </FormSection>
      <FormSection title={t("mergeWith")} help={neighbours.length === 0 ? t("noneToMerge") : undefined}>
        {neighbours.map((other) => (
          <CheckboxField
            key={other.id}
            name={`unitIds.${other.id}`}
            label={`${other.code} · ${formats.area(other.area)} m²`}
          />
        ))}
      </FormSection>
      <FormSection>
        <TextField name="code" label={t("mergedCode")} />
        <NumberField name="area" label={t("mergedArea")} help={t("mergedAreaHelp")} unit="m²" optional />
        <Wide>
          <TextField name="reason" label={t("reasonOfChange")} help={t("reasonOfChangeHelp")} optional />
        </Wide>
      </FormSection>
    </RecordForm>
  );
}
