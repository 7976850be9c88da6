"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button";
import { CheckboxField } from "@/components/ui/form/checkbox-field";
import { FormSection, Wide } from "@/components/ui/form/form-section";
import { RecordForm } from "@/components/ui/form/record-form";
import { SelectField } from "@/components/ui/form/select-field";
import { TextField } from "@/components/ui/form/text-field";
import { useRecordForm } from "@/components/ui/form/use-record-form";
import { inviteColleagueAction } from "@/lib/domain/memberships/actions";
import { inviteColleagueSchema } from "@/lib/domain/memberships/schema";

/** Asks somebody to act for a firm. Its link is shown once too, for whoever has no mail set up. */
export function InviteForm(props: {
  enterpriseId: string;
  locale: "en" | "zh";
  back: string;
  email?: string;
  name?: string;
  firmAdmin?: boolean;
  languages: { value: string; label: string }[];
}) {
  const t = useTranslations("memberships");
  const [made, setMade] = useState<{ link: string; email: string } | null>(null);
  const { enterpriseId, locale, back, email = "", name = "", firmAdmin = false } = props;
  const record = useRecordForm({
    schema: inviteColleagueSchema,
    action: async (input) => {
      const result = await inviteColleagueAction(input);
      if (result.ok) setMade({ link: window.location.origin + result.data.path, email: String(input.email) });
      return result;
    },
    defaultValues: { enterpriseId, email, name, firmAdmin, locale },
    savedMessage: "",
  });
  if (made)
    return (
      <>
        <Banner title={t("invited", { email: made.email })} role="status">
          <p>{t("linkHelp")}</p>
          <p>
            <code style={{ overflowWrap: "anywhere" }}>{made.link}</code>
          </p>
        </Banner>
        <p>
          <ButtonLink href={back}>{t("done")}</ButtonLink>
        </p>
      </>
    );
  return (
    <RecordForm record={record} submitLabel={t("sendInvitation")} cancelHref={back}>
      <FormSection help={t("inviteHelp")}>
        <Wide>
          <TextField name="name" label={t("name")} autoFocus />
        </Wide>
        <Wide>
          <TextField name="email" label={t("email")} type="email" />
        </Wide>
        <Wide>
          <SelectField name="locale" label={t("inviteLocale")} options={props.languages} />
        </Wide>
        <Wide>
          <CheckboxField name="firmAdmin" label={t("isFirmAdmin")} />
        </Wide>
      </FormSection>
    </RecordForm>
  );
}
