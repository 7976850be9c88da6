"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { FormSection, Wide } from "@/components/ui/form/form-section";
import { RecordForm } from "@/components/ui/form/record-form";
import { SelectField } from "@/components/ui/form/select-field";
import { TextareaField } from "@/components/ui/form/textarea-field";
import { useRecordForm } from "@/components/ui/form/use-record-form";
import { decideChangeRequestAction } from "@/lib/domain/change-requests/actions";
import { decideFormSchema, decisions } from "@/lib/domain/change-requests/schema";
import styles from "./change-requests.module.css";

/** Each field of a request with its verdict; what it shows of each is drawn by the server. */
export function DecideForm(props: {
  of: { id: string; version: number };
  fields: { field: string; label: string; shown: ReactNode }[];
}) {
  const { of, fields } = props;
  const t = useTranslations("change-requests");
  const record = useRecordForm({
    schema: decideFormSchema,
    action: decideChangeRequestAction,
    defaultValues: {
      ...of,
      decisions: Object.fromEntries(
        fields.map(({ field }) => [field, { decision: "" as const, comment: "" }]),
      ),
      comment: "",
    },
    savedMessage: t("decided"),
  });
  const options = decisions.map((value) => ({
    value,
    label: t(value === "ACCEPTED" ? "accept" : "refuse"),
  }));
  return (
    <RecordForm record={record} submitLabel={t("decide")} cancelHref="/change-requests">
      {fields.map(({ field, label, shown }) => (
        <FormSection key={field} title={label}>
          <Wide>
            <div className={styles.fields}>{shown}</div>
          </Wide>
          <SelectField
            name={`decisions.${field}.decision`}
            label={t("decisionLabel")}
            options={options}
            empty={t("choose")}
          />
          <TextareaField name={`decisions.${field}.comment`} label={t("why")} rows={2} optional />
        </FormSection>
      ))}
      <FormSection help={t("decideHelp")}>
        <Wide>
          <TextareaField name="comment" label={t("overall")} rows={2} optional />
        </Wide>
      </FormSection>
    </RecordForm>
  );
}
