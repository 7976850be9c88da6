"use client";

import { useTranslations } from "next-intl";
import { FormSection } from "@/components/ui/form/form-section";
import { RecordForm } from "@/components/ui/form/record-form";
import { useRecordForm } from "@/components/ui/form/use-record-form";
import { claimFirmAction } from "@/lib/domain/memberships/actions";
import { claimFirmSchema } from "@/lib/domain/memberships/schema";
import { ClaimFields } from "./claim-fields";

/** Somebody who has an account says that they act for another firm. */
export function ClaimForm({ back }: { back: string }) {
  const t = useTranslations("portal.users");
  const record = useRecordForm({
    schema: claimFirmSchema,
    action: claimFirmAction,
    defaultValues: { identifierType: "USCC", identifierValue: "", message: "" },
    onSaved: () => back,
    savedMessage: t("sent"),
  });
  return (
    <RecordForm record={record} submitLabel={t("claimSend")} cancelHref={back}>
      <FormSection>
        <ClaimFields />
      </FormSection>
    </RecordForm>
  );
}
