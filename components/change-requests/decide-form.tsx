"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef } from "react";
import { FormSection, Wide } from "@/components/ui/form/form-section";
import { RecordForm } from "@/components/ui/form/record-form";
import { SelectField } from "@/components/ui/form/select-field";
import { TextareaField } from "@/components/ui/form/textarea-field";
import { useRecordForm } from "@/components/ui/form/use-record-form";
import { decideChangeRequestAction } from "@/lib/domain/change-requests/actions";
import { decideFormSchema, decisions } from "@/lib/domain/change-requests/schema";
import styles from "./change-requests.module.css";

type Field = {
  field: string;
  label: string;
  /** What is asked for, so that another wish is told from the one that was looked at. */
  asked: string;
  shown: ReactNode;
};

/**
 * Each field of a request with its verdict; what it shows of each is drawn by the server. A request that was changed
 * while somebody decides on it is drawn anew, and what is asked otherwise is decided anew: nobody accepts what they have
 * not seen. Words that were typed stay.
 */
export function DecideForm(props: { of: { id: string; version: number }; fields: Field[] }) {
  const { of, fields } = props;
  const t = useTranslations("change-requests");
  const router = useRouter();
  const record = useRecordForm({
    schema: decideFormSchema,
    action: async (input) => {
      const result = await decideChangeRequestAction(input);
      if (result.ok || !result.stale) return result;
      router.refresh();
      return { ok: false, code: "CONFLICT", message: "change-requests.errors.movedWhileDeciding" };
    },
    defaultValues: {
      ...of,
      decisions: Object.fromEntries(
        fields.map(({ field }) => [field, { decision: "" as const, comment: "" }]),
      ),
      comment: "",
    },
    savedMessage: t("decided"),
  });
  const { form } = record;
  const looked = useRef(fields);
  useEffect(() => {
    const seen = new Map(looked.current.map((one) => [one.field, one.asked]));
    looked.current = fields;
    form.setValue("version", of.version);
    for (const { field, asked } of fields)
      if (seen.get(field) !== asked) form.setValue(`decisions.${field}.decision`, "");
  }, [form, of.version, fields]);
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
