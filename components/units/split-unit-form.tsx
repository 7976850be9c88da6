"use client";

import { useTranslations } from "next-intl";
import { CheckboxField } from "@/components/ui/form/checkbox-field";
import { DateField } from "@/components/ui/form/date-field";
import { FormSection, Wide } from "@/components/ui/form/form-section";
import { NumberField } from "@/components/ui/form/number-field";
import { RecordForm } from "@/components/ui/form/record-form";
import { RowsField } from "@/components/ui/form/rows-field";
import { TextField } from "@/components/ui/form/text-field";
import { useRecordForm } from "@/components/ui/form/use-record-form";
import { splitUnitAction } from "@/lib/domain/units/actions";
import { splitUnitSchema } from "@/lib/domain/units/schema";
import { useFormats } from "@/lib/platform/i18n/use-formats";
import { parseHumanNumber } from "@/lib/platform/values/parse-number";

export type ChangingUnit = {
  id: string;
  version: number;
  code: string;
  area: string;
  availability: string;
  hasSeats: boolean;
};
export type Letting = { leaseId: string; leaseNo: string; tenant: string; from: string; to: string | null };
type Part = { code: string; area: string; seats: string; leaseIds: Record<string, boolean> };

/** The parts, and which of them each lease goes on in. */
export function SplitUnitForm(props: { unit: ChangingUnit; lettings: Letting[]; today: string }) {
  const { unit, lettings } = props;
  const t = useTranslations("units");
  const formats = useFormats();
  const blank: Part = {
    ...{ code: "", area: "", seats: "" },
    leaseIds: Object.fromEntries(lettings.map(({ leaseId }) => [leaseId, false])),
  };
  const record = useRecordForm({
    schema: splitUnitSchema,
    action: splitUnitAction,
    defaultValues: {
      ...{ id: unit.id, version: unit.version, on: props.today, reason: "" },
      parts: ["A", "B"].map((letter) => ({ ...blank, code: `${unit.code}${letter}` })),
    },
    onSaved: ({ from }) => `/units/${from}`,
  });
  const on = String(record.form.watch("on"));
  const parts: Part[] = record.form.watch("parts") ?? [];
  const going = lettings.filter(({ to }) => to === null || to >= on);
  const sum = parts.reduce((total, part) => total + Number(parseHumanNumber(part.area) ?? 0), 0);
  const difference = Number(unit.area) - sum;
  const areas = { sum: formats.area(sum), area: formats.area(unit.area) };
  return (
    <RecordForm record={record} submitLabel={t("split")} cancelHref={`/units/${unit.id}`}>
      <FormSection help={t("splitHelp", { unit: unit.code, area: areas.area })}>
        <DateField name="on" label={t("on")} help={t("onHelp")} />
      </FormSection>
      <RowsField
        name="parts"
        title={t("parts")}
        addLabel={t("addPart")}
        removeLabel={t("removePart")}
        blank={blank}
        least={2}
      >
        {(path) => (
          <>
            <TextField name={`${path}.code`} label={t("code")} />
            <NumberField name={`${path}.area`} label={t("area")} />
            {unit.hasSeats ? <NumberField name={`${path}.seats`} label={t("seats")} optional /> : null}
            {going.map((letting) => (
              <Wide key={letting.leaseId}>
                <CheckboxField
                  name={`${path}.leaseIds.${letting.leaseId}`}
                  label={t("goesOn", {
                    ...{ lease: letting.leaseNo, tenant: letting.tenant, from: letting.from },
                    to: letting.to ?? t("openEnd"),
                  })}
                />
              </Wide>
            ))}
          </>
        )}
      </RowsField>
      <FormSection>
        <Wide>
          <p className="tabular" role="status">
            {Math.abs(difference) < 0.005 || parts.some(({ area }) => !area)
              ? t("partsSum", areas)
              : t("partsDiffer", { ...areas, difference: formats.points(-difference) })}
          </p>
        </Wide>
        <TextField name="reason" label={t("reasonOfChange")} help={t("reasonOfChangeHelp")} optional />
      </FormSection>
    </RecordForm>
  );
}
