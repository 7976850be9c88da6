"use client";

import { useTranslations } from "next-intl";
import { CheckboxField } from "@/components/ui/form/checkbox-field";
import { RowsField } from "@/components/ui/form/rows-field";
import { TextField } from "@/components/ui/form/text-field";

/** Whom to ask at a firm: the same rows for the office and for the firm itself. */
export function ContactRows() {
  const t = useTranslations("enterprises");
  return (
    <RowsField
      name="contacts"
      title={t("contacts")}
      addLabel={t("addContact")}
      removeLabel={t("remove")}
      blank={{ name: "", position: "", phone: "", email: "", primary: false }}
    >
      {(path) => (
        <>
          <TextField name={`${path}.name`} label={t("contactName")} />
          <TextField name={`${path}.position`} label={t("position")} optional />
          <TextField name={`${path}.phone`} label={t("phone")} type="tel" optional />
          <TextField name={`${path}.email`} label={t("email")} type="email" optional />
          <CheckboxField name={`${path}.primary`} label={t("primary")} />
        </>
      )}
    </RowsField>
  );
}
