"use client";

import { useTranslations } from "next-intl";
import { DateField } from "@/components/ui/form/date-field";
import { FormSection, Wide } from "@/components/ui/form/form-section";
import { NumberField } from "@/components/ui/form/number-field";
import { RecordForm } from "@/components/ui/form/record-form";
import { TextField } from "@/components/ui/form/text-field";
import { useRecordForm } from "@/components/ui/form/use-record-form";
import { createMilestoneAction } from "@/lib/domain/milestones/actions";
import { createMilestoneSchema } from "@/lib/domain/milestones/schema";
import { NoEvidenceField } from "./no-evidence-field";

/** A new step of a project with its first baseline. */
export function MilestoneForm({ projectId }: { projectId: string }) {
  const t = useTranslations("milestones");
  const record = useRecordForm({
    schema: createMilestoneSchema,
    action: createMilestoneAction,
    defaultValues: {
      projectId,
      titleZh: "",
      titleEn: "",
      weight: "1",
      owner: "",
      baselineOn: "",
      forecastOn: "",
      actualOn: "",
      evidence: "",
      noEvidenceReason: "",
    },
    onSaved: () => `/projects/${projectId}`,
  });
  return (
    <RecordForm record={record} cancelHref={`/projects/${projectId}`}>
      <FormSection title={t("basics")}>
        <TextField name="titleZh" label={t("titleZh")} lang="zh-CN" optional autoFocus />
        <TextField name="titleEn" label={t("titleEn")} lang="en" optional />
        <NumberField name="weight" label={t("weight")} />
        <TextField name="owner" label={t("owner")} optional />
      </FormSection>
      <FormSection title={t("plan")} help={t("baselineHelp")}>
        <DateField name="baselineOn" label={t("baselineOn")} />
        <DateField name="forecastOn" label={t("forecastOn")} optional />
      </FormSection>
      <FormSection title={t("doneTitle")} help={t("doneHelp")}>
        <DateField name="actualOn" label={t("actualOn")} optional />
        <Wide>
          <TextField name="evidence" label={t("evidence")} optional />
        </Wide>
        <NoEvidenceField />
      </FormSection>
    </RecordForm>
  );
}
