"use client";

import { useTranslations } from "next-intl";
import { AppLink } from "@/components/ui/app-link";
import { DateField } from "@/components/ui/form/date-field";
import { Wide } from "@/components/ui/form/form-section";
import { NumberField } from "@/components/ui/form/number-field";
import type { SelectOption } from "@/components/ui/form/select-field";
import { TextField } from "@/components/ui/form/text-field";
import { VerbForm } from "@/components/ui/form/verb-form";
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
import { DecideForm, DependsForm } from "./milestone-more-forms";
import type { MilestoneVerb } from "./milestone-verbs";
import { NoEvidenceField } from "./no-evidence-field";
import { wordsOfReason } from "./reason-words";

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
  const common = { of: milestone, back: `/projects/${milestone.projectId}` };
  switch (verb) {
    case "edit":
      return (
        <VerbForm
          {...common}
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
          {...common}
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
          {...common}
          schema={completeMilestoneSchema}
          action={completeMilestoneAction}
          help={`${t("completeHelp")} ${t("evidenceHelp")}`}
          values={{
            actualOn: milestone.actualOn ?? today,
            evidence: milestone.evidence ?? "",
            noEvidenceReason: wordsOfReason(t, milestone.noEvidenceReason) ?? "",
          }}
        >
          <DateField name="actualOn" label={t("actualOn")} optional />
          <TextField name="evidence" label={t("evidence")} optional />
          <Wide>
            <p>
              {t("attached", { count: milestone.files })}{" "}
              <AppLink href={`/milestones/${milestone.id}/attachments`}>{t("attach")}</AppLink>
            </p>
          </Wide>
          <NoEvidenceField />
        </VerbForm>
      );
    case "cancel":
      return (
        <VerbForm
          {...common}
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
          {...common}
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
          {...common}
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
