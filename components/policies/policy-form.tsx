"use client";

import { useTranslations } from "next-intl";
import { ComboField } from "@/components/ui/form/combo-field";
import { FormSection } from "@/components/ui/form/form-section";
import { RecordForm } from "@/components/ui/form/record-form";
import { RowsField } from "@/components/ui/form/rows-field";
import { SelectField, type SelectOption } from "@/components/ui/form/select-field";
import { TextField } from "@/components/ui/form/text-field";
import { useRecordForm } from "@/components/ui/form/use-record-form";
import { useValues } from "@/components/ui/form/use-values";
import { searchAgreementsAction } from "@/lib/domain/agreements/actions";
import { searchEnterprisesAction } from "@/lib/domain/enterprises/actions";
import { createPolicyAction, updatePolicyAction } from "@/lib/domain/policies/actions";
import type { PolicyDetailDto } from "@/lib/domain/policies/dto";
import { policyKindLabel } from "@/lib/domain/policies/labels";
import { createPolicySchema, policyKinds, updatePolicySchema } from "@/lib/domain/policies/schema";
import { searchProgrammesAction } from "@/lib/domain/programmes/actions";

type Props = {
  policy?: PolicyDetailDto;
  /** What the records that it is tied to are called, by their ids. */
  names: Record<string, string>;
  systems: SelectOption[];
  systemId: string;
};

/** A regulation, rules, or a system of them; its texts are entered apart, each with its days. */
export function PolicyForm({ policy, names, systems, systemId }: Props) {
  const t = useTranslations("policies");
  const all = useTranslations();
  const onSaved = ({ id }: { id: string }) => `/policies/${id}`;
  const shared = {
    code: policy?.code ?? "",
    titleZh: policy?.titleZh ?? "",
    titleEn: policy?.titleEn ?? "",
    kind: policy?.kind ?? ("RULES" as const),
    issuerZh: policy?.issuerZh ?? "",
    issuerEn: policy?.issuerEn ?? "",
    systemId: policy ? (policy.systemId ?? "") : systemId,
    instituteId: policy?.instituteId ?? "",
    agreements: policy?.agreements.map(({ agreementId }) => ({ agreementId })) ?? [],
    programmes: policy?.programmes.map(({ programmeId }) => ({ programmeId })) ?? [],
  };
  const creating = useRecordForm({
    schema: createPolicySchema,
    action: createPolicyAction,
    defaultValues: shared,
    onSaved,
  });
  const editing = useRecordForm({
    schema: updatePolicySchema,
    action: updatePolicyAction,
    defaultValues: { ...shared, id: policy?.id ?? "", version: policy?.version ?? 0 },
    onSaved,
  });
  const record = policy ? editing : creating;
  const known = (id: string | undefined) => (id && names[id] ? { value: id, label: names[id] } : null);
  return (
    <RecordForm record={record} cancelHref={policy ? `/policies/${policy.id}` : "/policies"}>
      <FormSection title={t("basics")}>
        <TextField name="code" label={t("code")} autoFocus />
        <SelectField
          name="kind"
          label={t("kindLabel")}
          options={policyKinds.map((kind) => ({ value: kind, label: all(policyKindLabel(kind)) }))}
        />
        <TextField name="titleZh" label={t("titleZh")} lang="zh-CN" optional />
        <TextField name="titleEn" label={t("titleEn")} lang="en" optional />
        <TextField name="issuerZh" label={t("issuerZh")} lang="zh-CN" optional />
        <TextField name="issuerEn" label={t("issuerEn")} lang="en" optional />
        <SelectField name="systemId" label={t("system")} help={t("systemHelp")} options={systems} optional />
        <ComboField
          name="instituteId"
          label={t("institute")}
          search={searchEnterprisesAction}
          initial={known(shared.instituteId)}
          optional
        />
      </FormSection>
      <RowsField
        name="agreements"
        title={t("agreements")}
        addLabel={t("addAgreement")}
        removeLabel={t("removeTie")}
        blank={{ agreementId: "" }}
      >
        {(path) => (
          <Tied
            path={`${path}.agreementId`}
            label={t("agreement")}
            known={known}
            search={searchAgreementsAction}
          />
        )}
      </RowsField>
      <RowsField
        name="programmes"
        title={t("programmes")}
        addLabel={t("addProgramme")}
        removeLabel={t("removeTie")}
        blank={{ programmeId: "" }}
      >
        {(path) => (
          <Tied
            path={`${path}.programmeId`}
            label={t("programme")}
            known={known}
            search={searchProgrammesAction}
          />
        )}
      </RowsField>
    </RecordForm>
  );
}

type Search = typeof searchProgrammesAction;
type Known = (id: string | undefined) => { value: string; label: string } | null;

/** A record that the policy is tied to; rows move up when one above them goes, and so does what each is called. */
function Tied(props: { path: string; label: string; known: Known; search: Search }) {
  const [value] = useValues([props.path]);
  return (
    <ComboField name={props.path} label={props.label} search={props.search} initial={props.known(value)} />
  );
}
