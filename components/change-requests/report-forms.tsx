"use client";

import { useTranslations } from "next-intl";
import { DateField } from "@/components/ui/form/date-field";
import { FormSection, Wide } from "@/components/ui/form/form-section";
import { NumberField } from "@/components/ui/form/number-field";
import { RecordForm } from "@/components/ui/form/record-form";
import { SelectField, type SelectOption } from "@/components/ui/form/select-field";
import { TextField } from "@/components/ui/form/text-field";
import { TextareaField } from "@/components/ui/form/textarea-field";
import { useRecordForm } from "@/components/ui/form/use-record-form";
import { reportMeasurementAction, reportMilestoneAction } from "@/lib/domain/change-requests/actions";
import { reportMeasurementSchema, reportMilestoneSchema } from "@/lib/domain/change-requests/schema";

type Seen = { id: string; version: number; requestVersion: number };
type Values<Name extends string> = Record<Name, string>;

/** What the firm says of a milestone that it owes. */
export function MilestoneReportForm(props: {
  seen: Seen;
  values: Values<"forecastOn" | "actualOn" | "evidence" | "noEvidenceReason" | "attachmentId">;
  /** Done already: nothing is expected of it any more. */
  done: boolean;
  papers: SelectOption[];
  back: string;
}) {
  const { papers, back } = props;
  const t = useTranslations("change-requests.portal");
  const record = useRecordForm({
    schema: reportMilestoneSchema,
    action: reportMilestoneAction,
    defaultValues: { ...props.seen, ...props.values, note: "" },
    onSaved: () => back,
    savedMessage: t("sent"),
  });
  return (
    <RecordForm record={record} submitLabel={t("send")} cancelHref={back}>
      <FormSection>
        {props.done ? null : <DateField name="forecastOn" label={t("forecastOn")} optional />}
        <DateField name="actualOn" label={t("actualOn")} optional />
        <Wide>
          <TextareaField name="evidence" label={t("evidence")} help={t("evidenceHelp")} optional />
        </Wide>
        <Wide>
          <SelectField name="attachmentId" label={t("file")} help={t("fileHelp")} options={papers} optional />
        </Wide>
        <Wide>
          <TextField
            name="noEvidenceReason"
            label={t("noEvidenceReason")}
            help={t("noEvidenceReasonHelp")}
            optional
          />
        </Wide>
        <Wide>
          <TextareaField name="note" label={t("noteLabel")} rows={2} optional />
        </Wide>
      </FormSection>
    </RecordForm>
  );
}

/** A value that the firm measured of its promise. */
export function MeasurementReportForm(props: {
  seen: Seen;
  values: Values<"on" | "value" | "source" | "evidence" | "attachmentId">;
  unit: string;
  papers: SelectOption[];
}) {
  const { papers } = props;
  const t = useTranslations("change-requests.portal");
  const record = useRecordForm({
    schema: reportMeasurementSchema,
    action: reportMeasurementAction,
    defaultValues: { ...props.seen, ...props.values, note: "" },
    onSaved: () => "/portal/promises",
    savedMessage: t("sent"),
  });
  return (
    <RecordForm record={record} submitLabel={t("send")} cancelHref="/portal/promises">
      <FormSection>
        <DateField name="on" label={t("measureOn")} />
        <NumberField name="value" label={t("measureValue")} unit={props.unit} />
        <Wide>
          <TextField name="source" label={t("measureSource")} />
        </Wide>
        <Wide>
          <TextareaField name="evidence" label={t("evidence")} help={t("evidenceHelp")} optional />
        </Wide>
        <Wide>
          <SelectField name="attachmentId" label={t("file")} help={t("fileHelp")} options={papers} optional />
        </Wide>
        <Wide>
          <TextareaField name="note" label={t("noteLabel")} rows={2} optional />
        </Wide>
      </FormSection>
    </RecordForm>
  );
}
