"use client";

import { useTranslations } from "next-intl";
import { CustomInputs } from "@/components/custom-fields/custom-inputs";
import { customDefaults, withCustom } from "@/components/custom-fields/custom-values";
import { CheckboxField } from "@/components/ui/form/checkbox-field";
import { ComboField } from "@/components/ui/form/combo-field";
import { DateField } from "@/components/ui/form/date-field";
import { FormSection, Wide } from "@/components/ui/form/form-section";
import { NumberField } from "@/components/ui/form/number-field";
import { RecordForm } from "@/components/ui/form/record-form";
import { RowsField } from "@/components/ui/form/rows-field";
import { SelectField, type SelectOption } from "@/components/ui/form/select-field";
import { TagsField } from "@/components/ui/form/tags-field";
import { TextField } from "@/components/ui/form/text-field";
import { TextareaField } from "@/components/ui/form/textarea-field";
import { useRecordForm } from "@/components/ui/form/use-record-form";
import type { CustomEntry } from "@/lib/domain/custom-fields/dto";
import {
  createEnterpriseAction,
  searchEnterprisesAction,
  updateEnterpriseAction,
} from "@/lib/domain/enterprises/actions";
import type { EnterpriseDto } from "@/lib/domain/enterprises/dto";
import { clusterLabel, identifierLabel, presenceLabel, stageLabel } from "@/lib/domain/enterprises/labels";
import {
  clusters,
  createEnterpriseSchema,
  enterpriseStages,
  identifierTypes,
  presenceKinds,
  updateEnterpriseSchema,
} from "@/lib/domain/enterprises/schema";
import { ContactRows } from "./contact-rows";

type Props = {
  enterprise?: EnterpriseDto;
  custom: CustomEntry[];
  parks: SelectOption[];
  owners: SelectOption[];
  countries: SelectOption[];
  /** The firm's own files, for its qualifications. */
  papers: SelectOption[];
  /** Tags in use, most used first: the same word is spelled the same. */
  tags: string[];
};

/** A firm with its identifiers, contacts and presences. */
export function EnterpriseForm({ enterprise, custom, parks, owners, countries, papers, tags }: Props) {
  const t = useTranslations("enterprises");
  const all = useTranslations();
  const onSaved = ({ id }: { id: string }) => `/enterprises/${id}`;
  const defaultValues = { ...toDefaults(enterprise), custom: customDefaults(custom) };
  const creating = useRecordForm({
    schema: withCustom(createEnterpriseSchema, custom),
    action: createEnterpriseAction,
    defaultValues,
    onSaved,
  });
  const editing = useRecordForm({
    schema: withCustom(updateEnterpriseSchema, custom),
    action: updateEnterpriseAction,
    defaultValues: { ...defaultValues, id: enterprise?.id ?? "", version: enterprise?.version ?? 0 },
    onSaved,
  });
  const options = <Value extends string>(values: readonly Value[], label: (value: Value) => string) =>
    values.map((value) => ({ value, label: all(label(value)) }));
  const branchOf = enterprise?.branchOf;
  return (
    <RecordForm
      record={enterprise ? editing : creating}
      cancelHref={enterprise ? `/enterprises/${enterprise.id}` : "/enterprises"}
    >
      <FormSection title={t("basics")}>
        <TextField name="nameZh" label={t("nameZh")} lang="zh-CN" optional autoFocus />
        <TextField name="nameEn" label={t("nameEn")} lang="en" optional />
        <SelectField name="cluster" label={t("clusterLabel")} options={options(clusters, clusterLabel)} />
        <SelectField name="stage" label={t("stageLabel")} options={options(enterpriseStages, stageLabel)} />
        <SelectField name="country" label={t("countryLabel")} options={countries} optional />
        <SelectField name="ownerId" label={t("ownerId")} options={owners} optional />
        <TagsField
          tags={tags}
          label={t("tags")}
          help={t("tagsHelp")}
          used={t("tagsUsed", { tags: tags.join(" · ") })}
        />
      </FormSection>
      <RowsField
        name="identifiers"
        title={t("identifiers")}
        addLabel={t("addIdentifier")}
        removeLabel={t("remove")}
        blank={{ type: "USCC", value: "", country: "", former: false }}
      >
        {(path) => (
          <>
            <SelectField
              name={`${path}.type`}
              label={t("type")}
              options={options(identifierTypes, identifierLabel)}
            />
            <TextField name={`${path}.value`} label={t("value")} />
            <CheckboxField name={`${path}.former`} label={t("former")} />
          </>
        )}
      </RowsField>
      <ContactRows />
      <RowsField
        name="qualifications"
        title={t("qualifications")}
        addLabel={t("addQualification")}
        removeLabel={t("remove")}
        blank={{ title: "", number: "", issuer: "", validFrom: "", validTo: "", attachmentId: "" }}
      >
        {(path) => (
          <>
            <TextField name={`${path}.title`} label={t("qualificationTitle")} />
            <TextField name={`${path}.number`} label={t("qualificationNumber")} optional />
            <TextField name={`${path}.issuer`} label={t("issuer")} optional />
            <SelectField
              name={`${path}.attachmentId`}
              label={t("document")}
              help={t("documentHelp")}
              options={papers}
              optional
            />
            <DateField name={`${path}.validFrom`} label={t("validFrom")} optional />
            <DateField name={`${path}.validTo`} label={t("validTo")} optional />
          </>
        )}
      </RowsField>
      <RowsField
        name="presences"
        title={t("presences")}
        addLabel={t("addPresence")}
        removeLabel={t("remove")}
        blank={{ parkId: "", kind: "PRESENT", fromOn: "", toOn: "" }}
      >
        {(path) => (
          <>
            <SelectField name={`${path}.parkId`} label={t("park")} options={parks} />
            <SelectField
              name={`${path}.kind`}
              label={t("kind")}
              options={options(presenceKinds, presenceLabel)}
            />
            <DateField name={`${path}.fromOn`} label={t("fromOn")} />
            <DateField name={`${path}.toOn`} label={t("toOn")} optional />
          </>
        )}
      </RowsField>
      <FormSection title={t("more")}>
        <TextField name="shortName" label={t("shortName")} optional />
        <TextField name="sectorCode" label={t("sectorCode")} optional />
        <TextField name="ultimateParent" label={t("ultimateParent")} optional />
        <NumberField name="foreignShare" label={t("foreignShare")} unit="%" optional />
        <ComboField
          name="branchOfId"
          label={t("branchOfId")}
          search={searchEnterprisesAction}
          initial={branchOf ? { value: branchOf.id, label: branchOf.nameZh ?? branchOf.nameEn ?? "" } : null}
          optional
        />
        <TextField name="website" label={t("website")} type="url" optional />
        <CheckboxField name="headquarters" label={t("headquarters")} />
        <CheckboxField name="publicBody" label={t("publicBody")} help={t("publicBodyHelp")} />
        <Wide>
          <TextareaField name="formerNames" label={t("formerNames")} help={t("formerNamesHelp")} optional />
        </Wide>
        <Wide>
          <TextareaField name="description" label={t("description")} optional />
        </Wide>
      </FormSection>
      <CustomInputs entries={custom} />
    </RecordForm>
  );
}

function toDefaults(enterprise?: EnterpriseDto) {
  return {
    nameZh: enterprise?.nameZh ?? "",
    nameEn: enterprise?.nameEn ?? "",
    shortName: enterprise?.shortName ?? "",
    formerNames: enterprise?.formerNames.join("\n") ?? "",
    cluster: enterprise?.cluster ?? ("OTHER" as const),
    sectorCode: enterprise?.sectorCode ?? "",
    country: enterprise?.country ?? "",
    ultimateParent: enterprise?.ultimateParent ?? "",
    foreignShare: enterprise?.foreignShare ?? "",
    headquarters: enterprise?.headquarters ?? false,
    publicBody: enterprise?.publicBody ?? false,
    stage: enterprise?.stage ?? ("PROSPECT" as const),
    website: enterprise?.website ?? "",
    description: enterprise?.description ?? "",
    ownerId: enterprise?.ownerId ?? "",
    tags: enterprise?.tags.join(", ") ?? "",
    branchOfId: enterprise?.branchOfId ?? "",
    identifiers: enterprise?.identifiers ?? [],
    contacts:
      enterprise?.contacts.map((contact) => ({
        ...contact,
        position: contact.position ?? "",
        phone: contact.phone ?? "",
        email: contact.email ?? "",
      })) ?? [],
    qualifications:
      enterprise?.qualifications.map(({ number, issuer, validFrom, validTo, attachmentId, ...rest }) => ({
        ...rest,
        number: number ?? "",
        issuer: issuer ?? "",
        validFrom: validFrom ?? "",
        validTo: validTo ?? "",
        attachmentId: attachmentId ?? "",
      })) ?? [],
    presences:
      enterprise?.presences.map(({ parkId, kind, fromOn, toOn }) => ({
        parkId,
        kind,
        fromOn,
        toOn: toOn ?? "",
      })) ?? [],
  };
}
