"use client";

import { useTranslations } from "next-intl";
import { CheckboxField } from "@/components/ui/form/checkbox-field";
import { DateField } from "@/components/ui/form/date-field";
import { FormSection } from "@/components/ui/form/form-section";
import { RecordForm } from "@/components/ui/form/record-form";
import { SelectField, type SelectOption } from "@/components/ui/form/select-field";
import { TextField } from "@/components/ui/form/text-field";
import { useRecordForm } from "@/components/ui/form/use-record-form";
import { createRoundAction, updateRoundAction } from "@/lib/domain/return-rounds/actions";
import type { RoundDto } from "@/lib/domain/return-rounds/dto";
import { createRoundSchema, updateRoundSchema } from "@/lib/domain/return-rounds/schema";

type Props = {
  round?: RoundDto;
  forms: SelectOption[];
  parks: SelectOption[];
  owners: SelectOption[];
  /** The usual days of the next quarter's round, for a new one. */
  days: Record<"periodFrom" | "referenceOn" | "opensOn" | "dueOn" | "closesOn", string>;
  /** Whether they may ask the whole zone. */
  zone: boolean;
};

/** A time of asking: what, of which period, whom, and until when. */
export function RoundForm({ round, forms, parks, owners, days, zone }: Props) {
  const t = useTranslations("return-rounds");
  const onSaved = ({ id }: { id: string }) => `/return-rounds/${id}`;
  const shared = {
    code: round?.code ?? "",
    titleZh: round?.titleZh ?? "",
    titleEn: round?.titleEn ?? "",
    formId: round?.form.id ?? forms[0]?.value ?? "",
    periodFrom: round?.periodFrom ?? days.periodFrom,
    referenceOn: round?.referenceOn ?? days.referenceOn,
    opensOn: round?.opensOn ?? days.opensOn,
    dueOn: round?.dueOn ?? days.dueOn,
    closesOn: round?.closesOn ?? days.closesOn,
    parkId: round?.parkId ?? (zone ? "" : (parks[0]?.value ?? "")),
    leaveRegisteredOnly: round?.leaveRegisteredOnly ?? true,
    leavePublicBodies: round?.leavePublicBodies ?? true,
    ownerId: round?.ownerId ?? "",
  };
  const creating = useRecordForm({
    schema: createRoundSchema,
    action: createRoundAction,
    defaultValues: shared,
    onSaved,
  });
  const editing = useRecordForm({
    schema: updateRoundSchema,
    action: updateRoundAction,
    defaultValues: { ...shared, id: round?.id ?? "", version: round?.version ?? 0 },
    onSaved,
  });
  return (
    <RecordForm
      record={round ? editing : creating}
      cancelHref={round ? `/return-rounds/${round.id}` : "/return-rounds"}
    >
      <FormSection title={t("basics")}>
        <TextField name="code" label={t("code")} autoFocus />
        <SelectField name="formId" label={t("form")} options={forms} help={t("formHelp")} />
        <TextField name="titleZh" label={t("titleZh")} lang="zh-CN" optional />
        <TextField name="titleEn" label={t("titleEn")} lang="en" optional />
        <SelectField name="ownerId" label={t("owner")} options={owners} help={t("ownerHelp")} optional />
      </FormSection>
      <FormSection title={t("days")}>
        <DateField name="periodFrom" label={t("periodFrom")} />
        <DateField name="referenceOn" label={t("referenceOn")} help={t("referenceHelp")} />
        <DateField name="opensOn" label={t("opensOn")} />
        <DateField name="dueOn" label={t("dueOn")} />
        <DateField name="closesOn" label={t("closesOn")} help={t("closesHelp")} />
      </FormSection>
      <FormSection title={t("scope")} help={t("scopeHelp")}>
        <SelectField name="parkId" label={t("park")} options={parks} empty={t("wholeZone")} optional={zone} />
        <CheckboxField name="leaveRegisteredOnly" label={t("leaveRegisteredOnly")} />
        <CheckboxField name="leavePublicBodies" label={t("leavePublicBodies")} />
      </FormSection>
    </RecordForm>
  );
}
