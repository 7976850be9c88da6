"use client";

import { useTranslations } from "next-intl";
import { CustomInputs } from "@/components/custom-fields/custom-inputs";
import { customDefaults, withCustom } from "@/components/custom-fields/custom-values";
import { ComboField, type ComboOption } from "@/components/ui/form/combo-field";
import { DateField } from "@/components/ui/form/date-field";
import { FormSection } from "@/components/ui/form/form-section";
import { MoneyField } from "@/components/ui/form/money-field";
import { RecordForm } from "@/components/ui/form/record-form";
import { SelectField, type SelectOption } from "@/components/ui/form/select-field";
import { TagsField } from "@/components/ui/form/tags-field";
import { TextField } from "@/components/ui/form/text-field";
import { useRecordForm } from "@/components/ui/form/use-record-form";
import { searchAgreementsAction } from "@/lib/domain/agreements/actions";
import type { CustomEntry } from "@/lib/domain/custom-fields/dto";
import { searchEnterprisesAction } from "@/lib/domain/enterprises/actions";
import { clusterLabel } from "@/lib/domain/enterprises/labels";
import { clusters } from "@/lib/domain/enterprises/schema";
import { createProjectAction, updateProjectAction } from "@/lib/domain/projects/actions";
import type { ProjectDetailDto, ProjectDto } from "@/lib/domain/projects/dto";
import { projectKindLabel, projectStageLabel } from "@/lib/domain/projects/labels";
import {
  createProjectSchema,
  projectKinds,
  projectStages,
  updateProjectSchema,
} from "@/lib/domain/projects/schema";

import { PartnerRows } from "./partner-rows";

type Props = {
  project?: ProjectDto;
  custom: CustomEntry[];
  parks: SelectOption[];
  owners: SelectOption[];
  lead: ComboOption | null;
  agreement: ComboOption | null;
  partners: (ProjectDetailDto["partners"][number] & { initial: ComboOption | null })[];
  countries: SelectOption[];
  /** Tags in use, most used first: the same word is spelled the same. */
  tags: string[];
};

export function ProjectForm({
  project,
  custom,
  parks,
  owners,
  lead,
  agreement,
  partners,
  countries,
  tags,
}: Props) {
  const t = useTranslations("projects");
  const all = useTranslations();
  const onSaved = ({ id }: { id: string }) => `/projects/${id}`;
  const shared = {
    code: project?.code ?? "",
    titleZh: project?.titleZh ?? "",
    titleEn: project?.titleEn ?? "",
    cluster: project?.cluster ?? ("OTHER" as const),
    kind: project?.kind ?? ("INDUSTRIALISATION" as const),
    stage: project && project.stage !== "CANCELLED" ? project.stage : ("ACTIVE" as const),
    parkId: project?.parkId ?? "",
    leadId: project?.leadId ?? lead?.value ?? "",
    ownerId: project?.ownerId ?? "",
    agreementId: project?.agreementId ?? "",
    startedOn: project?.startedOn ?? "",
    deliveredOn: project?.deliveredOn ?? "",
    tags: project?.tags.join(", ") ?? "",
    plannedInvestment: {
      amount: project?.plannedInvestment?.amount ?? "",
      currency: (project?.plannedInvestment?.currency ?? "CNY") as "CNY",
    },
    partners: partners.map((partner) => ({
      enterpriseId: partner.enterpriseId ?? "",
      nameZh: partner.enterpriseId ? "" : (partner.nameZh ?? ""),
      nameEn: partner.enterpriseId ? "" : (partner.nameEn ?? ""),
      role: partner.role,
      country: partner.country ?? "",
    })),
    custom: customDefaults(custom),
  };
  const creating = useRecordForm({
    schema: withCustom(createProjectSchema, custom),
    action: createProjectAction,
    defaultValues: shared,
    onSaved,
  });
  const editing = useRecordForm({
    schema: withCustom(updateProjectSchema, custom),
    action: updateProjectAction,
    defaultValues: { ...shared, id: project?.id ?? "", version: project?.version ?? 0 },
    onSaved,
  });
  const options = <Value extends string>(values: readonly Value[], label: (value: Value) => string) =>
    values.map((value) => ({ value, label: all(label(value)) }));
  const stages = projectStages.filter((stage) => stage !== "CANCELLED");
  return (
    <RecordForm
      record={project ? editing : creating}
      cancelHref={project ? `/projects/${project.id}` : "/projects"}
    >
      <FormSection title={t("basics")}>
        <TextField name="code" label={t("code")} autoFocus />
        <SelectField name="stage" label={t("stageLabel")} options={options(stages, projectStageLabel)} />
        <TextField name="titleZh" label={t("titleZh")} lang="zh-CN" optional />
        <TextField name="titleEn" label={t("titleEn")} lang="en" optional />
        <SelectField name="kind" label={t("kindLabel")} options={options(projectKinds, projectKindLabel)} />
        <SelectField name="cluster" label={t("clusterLabel")} options={options(clusters, clusterLabel)} />
        <SelectField name="parkId" label={t("park")} options={parks} empty={t("wholeZone")} optional />
        <ComboField
          name="leadId"
          label={t("lead")}
          search={searchEnterprisesAction}
          initial={lead}
          optional
        />
        <SelectField name="ownerId" label={t("owner")} options={owners} optional />
        <ComboField
          name="agreementId"
          label={t("agreement")}
          search={searchAgreementsAction}
          initial={agreement}
          optional
        />
        <DateField name="startedOn" label={t("startedOn")} optional />
        <DateField name="deliveredOn" label={t("deliveredOn")} help={t("deliveredHelp")} optional />
        <TagsField
          tags={tags}
          label={t("tags")}
          help={t("tagsHelp")}
          used={t("tagsUsed", { tags: tags.join(" · ") })}
        />
        <MoneyField name="plannedInvestment" label={t("plannedInvestment")} optional />
      </FormSection>
      <PartnerRows partners={partners} countries={countries} />
      <CustomInputs entries={custom} />
    </RecordForm>
  );
}
