"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { z } from "zod";
import { DateField } from "@/components/ui/form/date-field";
import { FormSection } from "@/components/ui/form/form-section";
import { NumberField } from "@/components/ui/form/number-field";
import { RecordForm } from "@/components/ui/form/record-form";
import type { SelectOption } from "@/components/ui/form/select-field";
import { TextField } from "@/components/ui/form/text-field";
import { useRecordForm } from "@/components/ui/form/use-record-form";
import {
  cancelMilestoneAction,
  completeMilestoneAction,
  forecastMilestoneAction,
  proposeBaselineAction,
  rebaselineMilestoneAction,
  updateMilestoneAction,
} from "@/lib/domain/milestones/actions";
import type { MilestoneDto } from "@/lib/domain/milestones/dto";
import {
  cancelMilestoneSchema,
  completeMilestoneSchema,
  forecastMilestoneSchema,
  proposeBaselineSchema,
  rebaselineMilestoneSchema,
  updateMilestoneSchema,
} from "@/lib/domain/milestones/schema";
import type { ActionResult } from "@/lib/platform/action/result";
import { DecideForm, DependsForm } from "./milestone-more-forms";
import type { MilestoneVerb } from "./milestone-verbs";

type Props = {
  milestone: MilestoneDto;
  today: string;
  /** Milestones that this one may wait for. */
  others: SelectOption[];
};

/** One question for each verb. */
export function MilestoneVerbForm({ verb, ...props }: Props & { verb: MilestoneVerb }) {
  const t = useTranslations("milestones");
  const { milestone, today } = props;
  switch (verb) {
    case "edit":
      return (
        <VerbForm
          {...props}
          schema={updateMilestoneSchema}
          action={updateMilestoneAction}
          values={{
            titleZh: milestone.titleZh ?? "",
            titleEn: milestone.titleEn ?? "",
            weight: milestone.weight,
            owner: milestone.owner ?? "",
          }}
        >
          <TextField name="titleZh" label={t("titleZh")} lang="zh-CN" optional />
          <TextField name="titleEn" label={t("titleEn")} lang="en" optional />
          <NumberField name="weight" label={t("weight")} />
          <TextField name="owner" label={t("owner")} optional />
        </VerbForm>
      );
    case "forecast":
      return (
        <VerbForm
          {...props}
          schema={forecastMilestoneSchema}
          action={forecastMilestoneAction}
          help={t("forecastHelp")}
          values={{ forecastOn: milestone.forecastOn ?? "", note: "" }}
        >
          <DateField name="forecastOn" label={t("forecastOn")} optional />
          <TextField name="note" label={t("note")} optional />
        </VerbForm>
      );
    case "complete":
      return (
        <VerbForm
          {...props}
          schema={completeMilestoneSchema}
          action={completeMilestoneAction}
          help={`${t("completeHelp")} ${t("evidenceHelp")}`}
          values={{ actualOn: milestone.actualOn ?? today, evidence: milestone.evidence ?? "" }}
        >
          <DateField name="actualOn" label={t("actualOn")} optional />
          <TextField name="evidence" label={t("evidence")} optional />
        </VerbForm>
      );
    case "cancel":
      return (
        <VerbForm
          {...props}
          schema={cancelMilestoneSchema}
          action={cancelMilestoneAction}
          help={t("cancelHelp")}
          values={{ cancelledOn: today, reason: "" }}
        >
          <DateField name="cancelledOn" label={t("cancelledOn")} />
          <TextField name="reason" label={t("reason")} />
        </VerbForm>
      );
    case "propose":
      return (
        <VerbForm
          {...props}
          schema={proposeBaselineSchema}
          action={proposeBaselineAction}
          help={t("proposeHelp")}
          values={{ baselineOn: milestone.forecastOn ?? milestone.baselineOn, reason: "" }}
        >
          <DateField name="baselineOn" label={t("baselineOn")} />
          <TextField name="reason" label={t("reason")} />
        </VerbForm>
      );
    case "decide":
      return <DecideForm milestone={milestone} />;
    case "depends":
      return <DependsForm milestone={milestone} others={props.others} />;
    case "rebaseline":
      return (
        <VerbForm
          {...props}
          schema={rebaselineMilestoneSchema}
          action={rebaselineMilestoneAction}
          help={t("rebaselineHelp")}
          values={{ baselineOn: milestone.baselineOn, reason: "" }}
        >
          <DateField name="baselineOn" label={t("baselineOn")} />
          <TextField name="reason" label={t("reason")} />
        </VerbForm>
      );
  }
}

function VerbForm<Schema extends z.ZodType>(
  props: Props & {
    schema: Schema;
    action: (input: z.input<Schema>) => Promise<ActionResult<{ id: string }>>;
    values: Record<string, unknown>;
    help?: string;
    children: ReactNode;
  },
) {
  const { milestone } = props;
  const back = `/projects/${milestone.projectId}`;
  const record = useRecordForm({
    schema: props.schema,
    action: props.action,
    // The verb's own fields beside the milestone and the version that was seen.
    defaultValues: { id: milestone.id, version: milestone.version, ...props.values } as never,
    onSaved: () => back,
  });
  return (
    <RecordForm record={record} cancelHref={back}>
      <FormSection help={props.help}>{props.children}</FormSection>
    </RecordForm>
  );
}
