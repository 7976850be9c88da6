"use client";

import { useTranslations } from "next-intl";
import { ComboField, type ComboOption } from "@/components/ui/form/combo-field";
import { useRecordContext } from "@/components/ui/form/record-context";
import { RowsField } from "@/components/ui/form/rows-field";
import { SelectField, type SelectOption } from "@/components/ui/form/select-field";
import { TextField } from "@/components/ui/form/text-field";
import { searchEnterprisesAction } from "@/lib/domain/enterprises/actions";
import { partnerRoleLabel } from "@/lib/domain/projects/labels";
import { partnerRoles } from "@/lib/domain/projects/schema";

type Props = {
  partners: { enterpriseId: string | null; initial: ComboOption | null }[];
  countries: SelectOption[];
};

/** Who takes part beside the lead: firms of the zone by typing, others by their names. */
export function PartnerRows({ partners, countries }: Props) {
  const t = useTranslations("projects");
  const all = useTranslations();
  const { form } = useRecordContext();
  const named = new Map(
    partners.flatMap(({ initial }) => (initial ? [[initial.value, initial] as const] : [])),
  );
  return (
    <RowsField
      name="partners"
      title={t("partners")}
      help={t("partnersHelp")}
      addLabel={t("addPartner")}
      removeLabel={t("removePartner")}
      blank={{ enterpriseId: "", nameZh: "", nameEn: "", role: "OTHER", country: "" }}
    >
      {(row) => {
        const firm = String(form.getValues(`${row}.enterpriseId`) ?? "");
        return (
          <>
            <ComboField
              name={`${row}.enterpriseId`}
              label={t("partnerFirm")}
              search={searchEnterprisesAction}
              initial={named.get(firm) ?? null}
              optional
            />
            <SelectField
              name={`${row}.role`}
              label={t("partnerRoleLabel")}
              options={partnerRoles.map((value) => ({ value, label: all(partnerRoleLabel(value)) }))}
            />
            <TextField name={`${row}.nameZh`} label={t("partnerZh")} lang="zh-CN" optional />
            <TextField name={`${row}.nameEn`} label={t("partnerEn")} lang="en" optional />
            <SelectField name={`${row}.country`} label={t("country")} options={countries} optional />
          </>
        );
      }}
    </RowsField>
  );
}
