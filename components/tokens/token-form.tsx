"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Banner } from "@/components/ui/banner";
import { CheckboxField } from "@/components/ui/form/checkbox-field";
import { FormSection } from "@/components/ui/form/form-section";
import { RecordForm } from "@/components/ui/form/record-form";
import { SelectField } from "@/components/ui/form/select-field";
import { TextField } from "@/components/ui/form/text-field";
import { useRecordForm } from "@/components/ui/form/use-record-form";
import { createTokenAction } from "@/lib/domain/tokens/actions";
import { createTokenSchema } from "@/lib/domain/tokens/schema";
import { roleLabels } from "@/lib/domain/users/labels";
import { roles } from "@/lib/domain/users/schema";

/** Makes a token and shows it, this one time. */
export function TokenForm() {
  const t = useTranslations("tokens");
  const all = useTranslations();
  const [token, setToken] = useState<string | null>(null);
  const record = useRecordForm({
    schema: createTokenSchema,
    action: createTokenAction,
    defaultValues: { name: "", role: "MANAGER", mayWrite: false },
    onSaved: (made) => {
      setToken(made.token);
      return undefined;
    },
    savedMessage: "",
    draft: false,
  });
  return (
    <>
      <RecordForm record={record} submitLabel={t("new")} noCancel>
        <FormSection>
          <TextField name="name" label={t("name")} />
          <SelectField
            name="role"
            label={t("roleLabel")}
            options={roles.map((value) => ({ value, label: all(roleLabels[value]) }))}
          />
          <CheckboxField name="mayWrite" label={t("mayWrite")} />
        </FormSection>
      </RecordForm>
      {token ? (
        <Banner title={t("made")} role="status">
          <p>
            <code style={{ overflowWrap: "anywhere" }}>{token}</code>
          </p>
          <p>{t("madeHelp")}</p>
        </Banner>
      ) : null}
    </>
  );
}
