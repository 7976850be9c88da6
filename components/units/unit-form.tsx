"use client";

import { useTranslations } from "next-intl";
import { CustomInputs } from "@/components/custom-fields/custom-inputs";
import { customDefaults, withCustom } from "@/components/custom-fields/custom-values";
import { CheckboxField } from "@/components/ui/form/checkbox-field";
import { DateField } from "@/components/ui/form/date-field";
import { FormSection } from "@/components/ui/form/form-section";
import { NumberField } from "@/components/ui/form/number-field";
import { RecordForm } from "@/components/ui/form/record-form";
import { SelectField } from "@/components/ui/form/select-field";
import { TextField } from "@/components/ui/form/text-field";
import { useRecordForm } from "@/components/ui/form/use-record-form";
import type { CustomEntry } from "@/lib/domain/custom-fields/dto";
import { createUnitAction, updateUnitAction } from "@/lib/domain/units/actions";
import type { UnitDto } from "@/lib/domain/units/dto";
import { availabilityLabel, unitUseLabels } from "@/lib/domain/units/labels";
import { UNIT_AVAILABILITIES } from "@/lib/domain/units/rules";
import { createUnitSchema, unitUses, updateUnitSchema } from "@/lib/domain/units/schema";

type Building = { id: string; name: string; floors: { id: string; label: string }[] };
type Props = {
  unit?: UnitDto;
  custom: CustomEntry[];
  buildings: Building[];
  buildingId?: string;
  today: string;
};

/** A new unit, or the correction of one. */
export function UnitForm({ unit, custom, buildings, buildingId, today }: Props) {
  const t = useTranslations("units");
  const all = useTranslations();
  const onSaved = ({ id }: { id: string }) => `/units/${id}`;
  const shared = {
    floorId: unit?.floorId ?? "",
    code: unit?.code ?? "",
    area: unit?.area ?? "",
    use: unit?.use ?? ("OFFICE" as const),
    availability: unit?.availability ?? ("LETTABLE" as const),
    shared: unit?.shared ?? false,
    seats: `${unit?.seats ?? ""}`,
    validFrom: unit?.validFrom ?? today,
    custom: customDefaults(custom),
  };
  const creating = useRecordForm({
    schema: withCustom(createUnitSchema, custom),
    action: createUnitAction,
    defaultValues: { ...shared, buildingId: buildingId ?? buildings[0]?.id ?? "", validTo: "" },
    onSaved,
  });
  const editing = useRecordForm({
    schema: withCustom(updateUnitSchema, custom),
    action: updateUnitAction,
    defaultValues: { ...shared, id: unit?.id ?? "", version: unit?.version ?? 0, reason: "" },
    onSaved,
  });
  const record = unit ? editing : creating;
  const chosen = unit ? unit.buildingId : record.form.watch("buildingId");
  const floors = buildings.find((building) => building.id === chosen)?.floors ?? [];
  return (
    <RecordForm record={record} cancelHref={unit ? `/units/${unit.id}` : "/units"}>
      <FormSection title={t("basics")} help={unit ? t("editHelp") : undefined}>
        {unit ? null : (
          <SelectField
            name="buildingId"
            label={t("building")}
            options={buildings.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <SelectField
          name="floorId"
          label={t("floor")}
          options={floors.map((floor) => ({ value: floor.id, label: floor.label }))}
        />
        <TextField name="code" label={t("code")} autoFocus />
        <NumberField name="area" label={t("area")} unit="m²" />
        <SelectField
          name="use"
          label={t("useLabel")}
          options={unitUses.map((value) => ({ value, label: all(unitUseLabels[value]) }))}
        />
        <SelectField
          name="availability"
          label={t("availabilityLabel")}
          options={UNIT_AVAILABILITIES.map((value) => ({ value, label: all(availabilityLabel(value)) }))}
        />
        <CheckboxField name="shared" label={t("shared")} help={t("sharedHelp")} />
        <NumberField name="seats" label={t("seats")} optional />
        <DateField name="validFrom" label={t("validFrom")} />
        {unit ? <TextField name="reason" label={t("reason")} help={t("reasonHelp")} optional /> : null}
      </FormSection>
      <CustomInputs entries={custom} />
    </RecordForm>
  );
}
