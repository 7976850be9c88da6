"use client";

import { useTranslations } from "next-intl";
import { FormSection } from "@/components/ui/form/form-section";
import { RecordForm } from "@/components/ui/form/record-form";
import { TextField } from "@/components/ui/form/text-field";
import { useRecordForm } from "@/components/ui/form/use-record-form";
import { changePasswordAction } from "@/lib/domain/users/actions";
import { changePasswordSchema } from "@/lib/domain/users/schema";

/** One's own password. Every session ends with it, so the next page is the sign-in. */
export function PasswordForm() {
  const t = useTranslations("auth");
  const record = useRecordForm({
    schema: changePasswordSchema,
    action: changePasswordAction,
    defaultValues: { current: "", password: "" },
    onSaved: () => "/sign-in",
    savedMessage: t("passwordChanged"),
    draft: false,
  });
  return (
    <RecordForm record={record} submitLabel={t("changePassword")} noCancel>
      <FormSection>
        <TextField
          name="current"
          label={t("currentPassword")}
          type="password"
          autoComplete="current-password"
        />
        <TextField
          name="password"
          label={t("newPassword")}
          help={t("passwordHelp")}
          type="password"
          autoComplete="new-password"
        />
      </FormSection>
    </RecordForm>
  );
}
