"use client";

import { useTranslations } from "next-intl";
import { FormSection, Wide } from "@/components/ui/form/form-section";
import { RecordForm } from "@/components/ui/form/record-form";
import { TextField } from "@/components/ui/form/text-field";
import { useRecordForm } from "@/components/ui/form/use-record-form";
import { claimSetupLinkAction } from "@/lib/domain/users/actions";
import { claimSetupLinkSchema } from "@/lib/domain/users/schema";

/** Takes up a one-time link: the link is the proof of who it is. */
export function SetPasswordForm({ token }: { token: string }) {
  const t = useTranslations("auth");
  const record = useRecordForm({
    schema: claimSetupLinkSchema,
    action: claimSetupLinkAction,
    defaultValues: { token, password: "" },
    onSaved: () => "/sign-in",
    savedMessage: t("passwordSet"),
    draft: false,
  });
  return (
    <RecordForm record={record} submitLabel={t("setPassword")} noCancel>
      <FormSection>
        <Wide>
          <TextField
            name="password"
            label={t("newPassword")}
            help={t("passwordHelp")}
            type="password"
            autoComplete="new-password"
            autoFocus
          />
        </Wide>
      </FormSection>
    </RecordForm>
  );
}
