"use client";

import { useTranslations } from "next-intl";
import { EnterpriseCombo } from "@/components/enterprises/enterprise-combo";
import type { ComboOption } from "@/components/ui/form/combo-field";
import { DateField } from "@/components/ui/form/date-field";
import { FormSection, Wide } from "@/components/ui/form/form-section";
import { NumberField } from "@/components/ui/form/number-field";
import { RecordForm } from "@/components/ui/form/record-form";
import { RowsField } from "@/components/ui/form/rows-field";
import { SelectField, type SelectOption } from "@/components/ui/form/select-field";
import { TextField } from "@/components/ui/form/text-field";
import { TextareaField } from "@/components/ui/form/textarea-field";
import { useRecordForm } from "@/components/ui/form/use-record-form";
import { createAgreementAction, updateAgreementAction } from "@/lib/domain/agreements/actions";
import type { AgreementDto } from "@/lib/domain/agreements/dto";
import { agreementKindLabel, agreementRenewalLabel } from "@/lib/domain/agreements/labels";
import {
  agreementKinds,
  agreementRenewals,
  createAgreementSchema,
  updateAgreementSchema,
} from "@/lib/domain/agreements/schema";
import { clusterLabel } from "@/lib/domain/enterprises/labels";
import { clusters } from "@/lib/domain/enterprises/schema";

type Props = {
  agreement?: AgreementDto;
  /** For a new one: the session that it was signed at, and on which day. */
  signedAt?: { meetingId: string; on: string };
  meetings: SelectOption[];
  owners: SelectOption[];
  countries: SelectOption[];
  /** What the parties that are firms are called. */
  firms: ComboOption[];
};

const blankParty = { enterpriseId: "", nameZh: "", nameEn: "", country: "" };

export function AgreementForm({ agreement, signedAt, meetings, owners, countries, firms }: Props) {
  const t = useTranslations("agreements");
  const all = useTranslations();
  const onSaved = ({ id }: { id: string }) => `/agreements/${id}`;
  const defaultValues = toDefaults(agreement, signedAt);
  const creating = useRecordForm({
    schema: createAgreementSchema,
    action: createAgreementAction,
    defaultValues,
    onSaved,
  });
  const editing = useRecordForm({
    schema: updateAgreementSchema,
    action: updateAgreementAction,
    defaultValues: { ...defaultValues, id: agreement?.id ?? "", version: agreement?.version ?? 0 },
    onSaved,
  });
  const options = <Value extends string>(values: readonly Value[], label: (value: Value) => string) =>
    values.map((value) => ({ value, label: all(label(value)) }));
  return (
    <RecordForm
      record={agreement ? editing : creating}
      cancelHref={agreement ? `/agreements/${agreement.id}` : "/agreements"}
    >
      <FormSection title={t("basics")}>
        <TextField name="code" label={t("code")} autoFocus />
        <SelectField
          name="kind"
          label={t("kindLabel")}
          options={options(agreementKinds, agreementKindLabel)}
        />
        <TextField name="titleZh" label={t("titleZh")} lang="zh-CN" optional />
        <TextField name="titleEn" label={t("titleEn")} lang="en" optional />
        <SelectField name="cluster" label={t("clusterLabel")} options={options(clusters, clusterLabel)} />
        <SelectField name="ownerId" label={t("owner")} options={owners} optional />
      </FormSection>
      <FormSection title={t("term")}>
        <SelectField name="meetingId" label={t("meeting")} options={meetings} optional />
        <DateField name="signedOn" label={t("signedOn")} />
        <DateField name="effectiveOn" label={t("effectiveOn")} help={t("effectiveHelp")} optional />
        <DateField name="expiresOn" label={t("expiresOn")} help={t("expiresHelp")} optional />
        <SelectField
          name="renewal"
          label={t("renewalLabel")}
          options={options(agreementRenewals, agreementRenewalLabel)}
        />
        <NumberField
          name="renewalMonths"
          label={t("renewalMonths")}
          help={t("renewalMonthsHelp")}
          unit={t("months")}
          optional
        />
      </FormSection>
      <RowsField
        name="parties"
        title={t("parties")}
        help={t("partiesHelp")}
        addLabel={t("addParty")}
        removeLabel={t("remove")}
        moveLabel={t("moveUp")}
        least={1}
        blank={blankParty}
      >
        {(path) => (
          <>
            <EnterpriseCombo name={`${path}.enterpriseId`} label={t("enterpriseId")} names={firms} />
            <SelectField name={`${path}.country`} label={t("country")} options={countries} optional />
            <TextField name={`${path}.nameZh`} label={t("nameZh")} lang="zh-CN" optional />
            <TextField name={`${path}.nameEn`} label={t("nameEn")} lang="en" optional />
          </>
        )}
      </RowsField>
      <FormSection title={t("notes")}>
        <Wide>
          <TextareaField name="noteZh" label={t("noteZh")} lang="zh-CN" optional />
        </Wide>
        <Wide>
          <TextareaField name="noteEn" label={t("noteEn")} lang="en" optional />
        </Wide>
      </FormSection>
    </RecordForm>
  );
}

function toDefaults(agreement: AgreementDto | undefined, signedAt: Props["signedAt"]) {
  return {
    code: agreement?.code ?? "",
    titleZh: agreement?.titleZh ?? "",
    titleEn: agreement?.titleEn ?? "",
    kind: agreement?.kind ?? ("MOU" as const),
    cluster: agreement?.cluster ?? ("OTHER" as const),
    meetingId: agreement?.meetingId ?? signedAt?.meetingId ?? "",
    signedOn: agreement?.signedOn ?? signedAt?.on ?? "",
    effectiveOn: agreement?.effectiveOn ?? "",
    expiresOn: agreement?.expiresOn ?? "",
    renewal: agreement?.renewal ?? ("NONE" as const),
    renewalMonths: agreement?.renewalMonths?.toString() ?? "",
    ownerId: agreement?.ownerId ?? "",
    noteZh: agreement?.noteZh ?? "",
    noteEn: agreement?.noteEn ?? "",
    parties: agreement?.parties.map((party) => ({
      enterpriseId: party.enterpriseId ?? "",
      nameZh: party.nameZh ?? "",
      nameEn: party.nameEn ?? "",
      country: party.country ?? "",
    })) ?? [blankParty],
  };
}
