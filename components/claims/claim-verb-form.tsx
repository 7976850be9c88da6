"use client";

import { useTranslations } from "next-intl";
import { DateField } from "@/components/ui/form/date-field";
import { FormSection } from "@/components/ui/form/form-section";
import { RecordForm } from "@/components/ui/form/record-form";
import { TextField } from "@/components/ui/form/text-field";
import { useRecordForm } from "@/components/ui/form/use-record-form";
import { signOffClaimAction, withdrawClaimAction } from "@/lib/domain/claims/actions";
import { signOffClaimSchema, withdrawClaimSchema } from "@/lib/domain/claims/schema";

type Of = { id: string; version: number };

/** Somebody answers for the sentence. */
export function SignOffClaimForm({ id, version }: Of) {
  const t = useTranslations("claims");
  const record = useRecordForm({
    schema: signOffClaimSchema,
    action: signOffClaimAction,
    defaultValues: { id, version, note: "" },
    onSaved: () => `/claims/${id}`,
  });
  return (
    <RecordForm record={record} submitLabel={t("signOff")} cancelHref={`/claims/${id}`}>
      <FormSection help={t("signOffHelp")}>
        <TextField name="note" label={t("note")} optional autoFocus />
      </FormSection>
    </RecordForm>
  );
}

/** The office no longer says it. */
export function WithdrawClaimForm({ id, version, today }: Of & { today: string }) {
  const t = useTranslations("claims");
  const record = useRecordForm({
    schema: withdrawClaimSchema,
    action: withdrawClaimAction,
    defaultValues: { id, version, withdrawnOn: today, reason: "" },
    onSaved: () => `/claims/${id}`,
  });
  return (
    <RecordForm record={record} submitLabel={t("withdraw")} cancelHref={`/claims/${id}`}>
      <FormSection help={t("withdrawHelp")}>
        <DateField name="withdrawnOn" label={t("withdrawnOn")} />
        <TextField name="reason" label={t("reason")} />
      </FormSection>
    </RecordForm>
  );
}
