"use client";

import { useTranslations } from "next-intl";
import { FormSection } from "@/components/ui/form/form-section";
import { NumberField } from "@/components/ui/form/number-field";
import { RecordForm } from "@/components/ui/form/record-form";
import { RowsField } from "@/components/ui/form/rows-field";
import { SelectField, type SelectOption } from "@/components/ui/form/select-field";
import { TextField } from "@/components/ui/form/text-field";
import { useRecordForm } from "@/components/ui/form/use-record-form";
import { createBuildingAction, updateBuildingAction } from "@/lib/domain/buildings/actions";
import type { BuildingDto } from "@/lib/domain/buildings/dto";
import { createBuildingSchema, updateBuildingSchema } from "@/lib/domain/buildings/schema";

type Props = { building?: BuildingDto; parks: SelectOption[]; parkId?: string };

/** A building with its floors in their order. */
export function BuildingForm({ building, parks, parkId }: Props) {
  const t = useTranslations("buildings");
  const onSaved = ({ id }: { id: string }) => `/buildings/${id}`;
  const shared = {
    code: building?.code ?? "",
    nameZh: building?.nameZh ?? "",
    nameEn: building?.nameEn ?? "",
    grossArea: building?.grossArea ?? "",
    floors: building?.floors ?? [{ label: "1", position: "1" }],
  };
  const creating = useRecordForm({
    schema: createBuildingSchema,
    action: createBuildingAction,
    defaultValues: { ...shared, parkId: parkId ?? (parks.length === 1 ? (parks[0]?.value ?? "") : "") },
    onSaved,
  });
  const editing = useRecordForm({
    schema: updateBuildingSchema,
    action: updateBuildingAction,
    defaultValues: { ...shared, id: building?.id ?? "", version: building?.version ?? 0 },
    onSaved,
  });
  return (
    <RecordForm
      record={building ? editing : creating}
      cancelHref={building ? `/buildings/${building.id}` : "/buildings"}
    >
      <FormSection title={t("basics")}>
        {building ? null : <SelectField name="parkId" label={t("park")} options={parks} />}
        <TextField name="code" label={t("code")} autoFocus />
        <TextField name="nameZh" label={t("nameZh")} lang="zh-CN" optional />
        <TextField name="nameEn" label={t("nameEn")} lang="en" optional />
        <NumberField name="grossArea" label={t("grossArea")} unit="m²" optional />
      </FormSection>
      <RowsField
        name="floors"
        title={t("floors")}
        help={t("floorsHelp")}
        addLabel={t("addFloor")}
        removeLabel={t("remove")}
        blank={{ label: "", position: "" }}
      >
        {(path) => (
          <>
            <TextField name={`${path}.label`} label={t("label")} />
            <NumberField name={`${path}.position`} label={t("position")} />
          </>
        )}
      </RowsField>
    </RecordForm>
  );
}
