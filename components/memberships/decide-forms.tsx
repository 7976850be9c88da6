"use client";

import { useTranslations } from "next-intl";
import { EnterpriseCombo } from "@/components/enterprises/enterprise-combo";
import { CheckboxField } from "@/components/ui/form/checkbox-field";
import { Wide } from "@/components/ui/form/form-section";
import { TextareaField } from "@/components/ui/form/textarea-field";
import { VerbForm } from "@/components/ui/form/verb-form";
import { confirmJoinRequestAction, refuseJoinRequestAction } from "@/lib/domain/memberships/actions";
import { confirmJoinRequestSchema, refuseJoinRequestSchema } from "@/lib/domain/memberships/schema";

/** Yes, and for which firm. */
export function ConfirmForm(props: {
  id: string;
  version: number;
  firm: { value: string; label: string } | null;
}) {
  const t = useTranslations("memberships");
  const { id, version, firm } = props;
  return (
    <VerbForm
      of={{ id, version }}
      back="/memberships"
      schema={confirmJoinRequestSchema}
      action={confirmJoinRequestAction}
      values={{ enterpriseId: firm?.value ?? "", firmAdmin: false }}
      submitLabel={t("confirm")}
      help={t("confirmHelp")}
    >
      <Wide>
        <EnterpriseCombo
          required
          name="enterpriseId"
          label={t("firm")}
          help={t("firmHelp")}
          names={firm ? [firm] : []}
        />
      </Wide>
      <Wide>
        <CheckboxField name="firmAdmin" label={t("isFirmAdmin")} />
      </Wide>
    </VerbForm>
  );
}

/** No, and why. */
export function RefuseForm({ id, version }: { id: string; version: number }) {
  const t = useTranslations("memberships");
  return (
    <VerbForm
      of={{ id, version }}
      back="/memberships"
      schema={refuseJoinRequestSchema}
      action={refuseJoinRequestAction}
      values={{ decision: "" }}
      submitLabel={t("refuse")}
    >
      <Wide>
        <TextareaField name="decision" label={t("decision")} help={t("decisionHelp")} />
      </Wide>
    </VerbForm>
  );
}
