"use client";

import { useTranslations } from "next-intl";
import { DateField } from "@/components/ui/form/date-field";
import { FormSection, Wide } from "@/components/ui/form/form-section";
import { NumberField } from "@/components/ui/form/number-field";
import { RecordForm } from "@/components/ui/form/record-form";
import { TextField } from "@/components/ui/form/text-field";
import { TextareaField } from "@/components/ui/form/textarea-field";
import { useRecordForm } from "@/components/ui/form/use-record-form";
import { correctMeasurementAction, measureCommitmentAction } from "@/lib/domain/commitments/actions";
import type { MeasurementDto } from "@/lib/domain/commitments/dto";
import { correctMeasurementSchema, measureCommitmentSchema } from "@/lib/domain/commitments/schema";

/** A value on a day with its source: a new one, or one to be put right. */
export function MeasurementForm(props: {
  commitmentId: string;
  unit: string;
  today: string;
  measurement?: MeasurementDto;
}) {
  const { commitmentId, measurement } = props;
  const t = useTranslations("commitments");
  const back = `/commitments/${commitmentId}`;
  const values = {
    on: String(measurement?.on ?? props.today),
    value: measurement?.value ?? "",
    source: measurement?.source ?? "",
    evidence: measurement?.evidence ?? "",
  };
  const measuring = useRecordForm({
    schema: measureCommitmentSchema,
    action: measureCommitmentAction,
    defaultValues: { commitmentId, ...values },
    onSaved: () => back,
  });
  const correcting = useRecordForm({
    schema: correctMeasurementSchema,
    action: correctMeasurementAction,
    defaultValues: { id: measurement?.id ?? "", version: measurement?.version ?? 0, ...values },
    onSaved: () => back,
  });
  return (
    <RecordForm record={measurement ? correcting : measuring} cancelHref={back}>
      <FormSection help={t("measureHelp")}>
        <DateField name="on" label={t("on")} />
        <NumberField name="value" label={t("value")} unit={props.unit || undefined} />
        <Wide>
          <TextField name="source" label={t("source")} />
        </Wide>
        <Wide>
          <TextareaField name="evidence" label={t("evidence")} optional />
        </Wide>
      </FormSection>
    </RecordForm>
  );
}
