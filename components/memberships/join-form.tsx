"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Banner } from "@/components/ui/banner";
import { FormSection, Wide } from "@/components/ui/form/form-section";
import { RecordForm } from "@/components/ui/form/record-form";
import { TextField } from "@/components/ui/form/text-field";
import { useRecordForm } from "@/components/ui/form/use-record-form";
import { requestJoinAction } from "@/lib/domain/memberships/actions";
import { requestJoinSchema } from "@/lib/domain/memberships/schema";
import { ClaimFields } from "./claim-fields";

/** Who one is and for which firm. What comes of it is told by mail, and the same to everybody here. */
export function JoinForm({ locale }: { locale: "en" | "zh" }) {
  const t = useTranslations("memberships");
  const [sent, setSent] = useState(false);
  const record = useRecordForm({
    schema: requestJoinSchema,
    action: async (input) => {
      const result = await requestJoinAction(input);
      if (result.ok) setSent(true);
      return result;
    },
    defaultValues: { email: "", name: "", locale, identifierType: "USCC", identifierValue: "", message: "" },
    savedMessage: "",
    draft: false,
  });
  if (sent)
    return (
      <Banner title={t("join.sentTitle")} role="status">
        {t("join.sentText")}
      </Banner>
    );
  return (
    <RecordForm record={record} submitLabel={t("join.send")} noCancel>
      <FormSection>
        <Wide>
          <TextField name="name" label={t("join.yourName")} autoComplete="name" autoFocus />
        </Wide>
        <Wide>
          <TextField name="email" label={t("email")} type="email" autoComplete="email" />
        </Wide>
        <ClaimFields />
      </FormSection>
    </RecordForm>
  );
}
