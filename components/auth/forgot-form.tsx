"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Banner } from "@/components/ui/banner";
import { FormSection, Wide } from "@/components/ui/form/form-section";
import { RecordForm } from "@/components/ui/form/record-form";
import { TextField } from "@/components/ui/form/text-field";
import { useRecordForm } from "@/components/ui/form/use-record-form";
import { forgetPasswordAction } from "@/lib/domain/users/actions";
import { forgetPasswordSchema } from "@/lib/domain/users/schema";

/** Asks for a link to set a new password. What is said is the same whoever has the address, or nobody. */
export function ForgotForm() {
  const t = useTranslations("auth");
  const [sent, setSent] = useState<string | null>(null);
  const record = useRecordForm({
    schema: forgetPasswordSchema,
    action: async (input) => {
      const result = await forgetPasswordAction(input);
      if (result.ok) setSent(input.email);
      return result;
    },
    defaultValues: { email: "" },
    savedMessage: "",
    draft: false,
  });
  if (sent !== null)
    return (
      <Banner title={t("forgotSent")} role="status">
        {t("forgotSentText", { email: sent })}
      </Banner>
    );
  return (
    <RecordForm record={record} submitLabel={t("forgotSend")} noCancel>
      <FormSection>
        <Wide>
          <TextField name="email" label={t("email")} type="email" autoComplete="username" autoFocus />
        </Wide>
      </FormSection>
    </RecordForm>
  );
}
