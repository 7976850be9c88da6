"use client";

import { useTranslations } from "next-intl";
import { DateField } from "@/components/ui/form/date-field";
import { FormSection } from "@/components/ui/form/form-section";
import { NumberField } from "@/components/ui/form/number-field";
import { RecordForm } from "@/components/ui/form/record-form";
import { SelectField } from "@/components/ui/form/select-field";
import { TextField } from "@/components/ui/form/text-field";
import { useRecordForm } from "@/components/ui/form/use-record-form";
import { changeUnitAvailabilityAction, remeasureUnitAction } from "@/lib/domain/units/actions";
import { availabilityLabel } from "@/lib/domain/units/labels";
import { UNIT_AVAILABILITIES, type UnitAvailability } from "@/lib/domain/units/rules";
import { changeUnitAvailabilitySchema, remeasureUnitSchema } from "@/lib/domain/units/schema";
import { useFormats } from "@/lib/platform/i18n/use-formats";
import type { ChangingUnit } from "./split-unit-form";

type Props = { unit: ChangingUnit; today: string };

/** The area that the unit has from a day on, and why. */
export function RemeasureUnitForm({ unit, today }: Props) {
  const t = useTranslations("units");
  const formats = useFormats();
  const record = useRecordForm({
    schema: remeasureUnitSchema,
    action: remeasureUnitAction,
    defaultValues: { id: unit.id, version: unit.version, on: today, area: "", reason: "" },
    onSaved: ({ id }) => `/units/${id}`,
  });
  return (
    <RecordForm record={record} submitLabel={t("remeasure")} cancelHref={`/units/${unit.id}`}>
      <FormSection help={t("remeasureHelp", { unit: unit.code, area: formats.area(unit.area) })}>
        <DateField name="on" label={t("on")} help={t("onHelp")} />
        <NumberField name="area" label={t("area")} />
        <TextField name="reason" label={t("reasonOfChange")} />
      </FormSection>
    </RecordForm>
  );
}

/** Whether the unit is there to be let from a day on, and what for if not. */
export function ChangeAvailabilityForm({ unit, today }: Props) {
  const t = useTranslations("units");
  const all = useTranslations();
  const record = useRecordForm({
    schema: changeUnitAvailabilitySchema,
    action: changeUnitAvailabilityAction,
    defaultValues: {
      ...{ id: unit.id, version: unit.version, on: today, reason: "" },
      availability: "" as UnitAvailability,
    },
    onSaved: ({ id }) => `/units/${id}`,
  });
  const others = UNIT_AVAILABILITIES.filter((value) => value !== unit.availability);
  const now = all(availabilityLabel(unit.availability as UnitAvailability));
  return (
    <RecordForm record={record} submitLabel={t("changeAvailability")} cancelHref={`/units/${unit.id}`}>
      <FormSection help={t("changeAvailabilityHelp", { unit: unit.code, availability: now })}>
        <DateField name="on" label={t("on")} help={t("onHelp")} />
        <SelectField
          name="availability"
          label={t("availabilityLabel")}
          options={others.map((value) => ({ value, label: all(availabilityLabel(value)) }))}
        />
        <TextField name="reason" label={t("reasonOfChange")} optional />
      </FormSection>
    </RecordForm>
  );
}
