"use client";

import { useTranslations } from "next-intl";
import { Wide } from "@/components/ui/form/form-section";
import { TextField } from "@/components/ui/form/text-field";

/** Why nothing shows that a milestone is done, as the office says it. */
export function NoEvidenceField() {
  const t = useTranslations("milestones");
  return (
    <Wide>
      <TextField
        name="noEvidenceReason"
        label={t("noEvidenceReason")}
        help={t("noEvidenceReasonHelp")}
        optional
      />
    </Wide>
  );
}
