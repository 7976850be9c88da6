"use client";

import { useTranslations } from "next-intl";
import { DateField } from "@/components/ui/form/date-field";
import { FormSection, Wide } from "@/components/ui/form/form-section";
import { RecordForm } from "@/components/ui/form/record-form";
import { TextField } from "@/components/ui/form/text-field";
import { useRecordForm } from "@/components/ui/form/use-record-form";
import { unwaiveCommitmentAction, waiveCommitmentAction } from "@/lib/domain/commitments/actions";
import { unwaiveCommitmentSchema, waiveCommitmentSchema } from "@/lib/domain/commitments/schema";

type Props = { id: string; version: number };

/** A decision that it need not be kept, with its day and why. */
export function WaiveCommitmentForm({ id, version, today }: Props & { today: string }) {
  const t = useTranslations("commitments");
  const record = useRecordForm({
    schema: waiveCommitmentSchema,
    action: waiveCommitmentAction,
    defaultValues: { id, version, waivedOn: today, reason: "" },
    onSaved: () => `/commitments/${id}`,
  });
  return (
    <RecordForm record={record} submitLabel={t("waive")} cancelHref={`/commitments/${id}`}>
      <FormSection help={t("waiveHelp")}>
        <DateField name="waivedOn" label={t("waivedOn")} />
        <Wide>
          <TextField name="reason" label={t("reason")} />
        </Wide>
      </FormSection>
    </RecordForm>
  );
}

export function UnwaiveCommitmentForm({ id, version }: Props) {
  const t = useTranslations("commitments");
  const record = useRecordForm({
    schema: unwaiveCommitmentSchema,
    action: unwaiveCommitmentAction,
    defaultValues: { id, version, reason: "" },
    onSaved: () => `/commitments/${id}`,
  });
  return (
    <RecordForm record={record} submitLabel={t("unwaive")} cancelHref={`/commitments/${id}`}>
      <FormSection help={t("unwaiveHelp")}>
        <Wide>
          <TextField name="reason" label={t("reason")} optional />
        </Wide>
      </FormSection>
    </RecordForm>
  );
}
