"use client";

import { useTranslations } from "next-intl";
import { Wide } from "@/components/ui/form/form-section";
import { SelectField } from "@/components/ui/form/select-field";
import { TextField } from "@/components/ui/form/text-field";
import { TextareaField } from "@/components/ui/form/textarea-field";
import { claimTypes } from "@/lib/domain/memberships/schema";

/** Which firm, by a number that its own papers bear. */
export function ClaimFields() {
  const t = useTranslations("memberships");
  return (
    <>
      <Wide>
        <SelectField
          name="identifierType"
          label={t("identifierType")}
          options={claimTypes.map((type) => ({ value: type, label: t(`types.${type}`) }))}
        />
      </Wide>
      <Wide>
        <TextField name="identifierValue" label={t("join.number")} />
      </Wide>
      <Wide>
        <TextareaField name="message" label={t("join.word")} optional />
      </Wide>
    </>
  );
}
