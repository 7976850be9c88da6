"use client";

import { useTranslations } from "next-intl";
import { FormSection, Wide } from "@/components/ui/form/form-section";
import { RecordForm } from "@/components/ui/form/record-form";
import { TextField } from "@/components/ui/form/text-field";
import { useRecordForm } from "@/components/ui/form/use-record-form";
import { acceptInvitationAction } from "@/lib/domain/memberships/actions";
import { acceptInvitationSchema } from "@/lib/domain/memberships/schema";

/** Takes up an invitation: with a password for whoever is new, by one button for whoever is not. */
export function AcceptForm(props: { token: string; name: string; hasAccount: boolean }) {
  const t = useTranslations("memberships.join");
  const auth = useTranslations("auth");
  const record = useRecordForm({
    schema: acceptInvitationSchema,
    action: acceptInvitationAction,
    defaultValues: { token: props.token, name: props.name, password: "" },
    onSaved: () => "/portal",
    savedMessage: t("accepted"),
    draft: false,
  });
  return (
    <RecordForm record={record} submitLabel={t("acceptButton")} noCancel>
      {props.hasAccount ? null : (
        <FormSection>
          <Wide>
            <TextField name="name" label={t("yourName")} autoComplete="name" />
          </Wide>
          <Wide>
            <TextField
              name="password"
              label={t("password")}
              help={auth("passwordHelp")}
              type="password"
              autoComplete="new-password"
              autoFocus
            />
          </Wide>
        </FormSection>
      )}
    </RecordForm>
  );
}
