"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { FormSection, Wide } from "@/components/ui/form/form-section";
import { RecordForm } from "@/components/ui/form/record-form";
import { SelectField, type SelectOption } from "@/components/ui/form/select-field";
import { TextField } from "@/components/ui/form/text-field";
import { useRecordForm } from "@/components/ui/form/use-record-form";
import { LiveButton } from "@/components/ui/live-button";
import { showToast } from "@/components/ui/toast";
import {
  approveBaselineAction,
  dependMilestoneAction,
  refuseBaselineAction,
  releaseMilestoneAction,
} from "@/lib/domain/milestones/actions";
import type { MilestoneDto } from "@/lib/domain/milestones/dto";
import {
  approveBaselineSchema,
  dependMilestoneSchema,
  refuseBaselineSchema,
} from "@/lib/domain/milestones/schema";
import { translateMessage } from "@/lib/platform/i18n/translate-message";

/** What a manager says to a baseline that was proposed: yes, or no and why. */
export function DecideForm({ milestone }: { milestone: MilestoneDto }) {
  const t = useTranslations("milestones");
  const all = useTranslations();
  const back = `/projects/${milestone.projectId}`;
  const seen = { id: milestone.id, version: milestone.version, note: "" };
  const options = { defaultValues: seen, onSaved: () => back };
  const approving = useRecordForm({
    schema: approveBaselineSchema,
    action: approveBaselineAction,
    ...options,
  });
  const refusing = useRecordForm({ schema: refuseBaselineSchema, action: refuseBaselineAction, ...options });
  const proposal = milestone.proposals.find(({ decidedOn }) => decidedOn === null);
  if (!proposal) return <p>{all("milestones.errors.nothingProposed")}</p>;
  const { proposedBy, proposedOn, baselineOn, reason } = proposal;
  return (
    <>
      <p>{t("proposed", { by: proposedBy, on: proposedOn, from: milestone.baselineOn, to: baselineOn })}</p>
      <blockquote>{reason}</blockquote>
      <RecordForm record={approving} submitLabel={t("approve")} cancelHref={back}>
        <FormSection title={t("approve")} help={t("rebaselineHelp")}>
          <Wide>
            <TextField name="note" label={t("decision")} optional />
          </Wide>
        </FormSection>
      </RecordForm>
      <RecordForm record={refusing} submitLabel={t("refuse")} noCancel>
        <FormSection title={t("refuse")}>
          <Wide>
            <TextField name="note" label={t("reason")} />
          </Wide>
        </FormSection>
      </RecordForm>
    </>
  );
}

/** What a milestone waits for: one more, or one less. */
export function DependsForm({ milestone, others }: { milestone: MilestoneDto; others: SelectOption[] }) {
  const t = useTranslations("milestones");
  const all = useTranslations();
  const router = useRouter();
  const { id, version, waitsFor } = milestone;
  const record = useRecordForm({
    schema: dependMilestoneSchema,
    action: dependMilestoneAction,
    defaultValues: { id, version, predecessorId: "" },
    onSaved: () => undefined,
    next: (saved) => ({ ...saved, version: version + 1, predecessorId: "" }),
  });
  const release = async (predecessorId: string) => {
    const result = await releaseMilestoneAction({ id, version, predecessorId });
    if (!result.ok) return showToast({ message: translateMessage(all, result.message) });
    showToast({ message: t("verbs.release"), changeSetId: result.changeSetId });
    router.refresh();
  };
  const titleOf = (one: { titleZh: string | null; titleEn: string | null }) =>
    one.titleEn ?? one.titleZh ?? "";
  return (
    <>
      {waitsFor.length > 0 ? (
        <ul aria-label={t("waitsFor")}>
          {waitsFor.map((one) => (
            <li key={one.id}>
              {others.find(({ value }) => value === one.id)?.label ?? titleOf(one)}{" "}
              <LiveButton
                look="quiet"
                onClick={() => release(one.id)}
                aria-label={`${t("release")}: ${others.find(({ value }) => value === one.id)?.label ?? titleOf(one)}`}
              >
                {t("release")}
              </LiveButton>
            </li>
          ))}
        </ul>
      ) : null}
      <RecordForm record={record} submitLabel={t("depend")} cancelHref={`/projects/${milestone.projectId}`}>
        <FormSection help={t("dependsHelp")}>
          <Wide>
            <SelectField
              name="predecessorId"
              label={t("waitsFor")}
              options={others.filter(({ value }) => !waitsFor.some((one) => one.id === value))}
            />
          </Wide>
        </FormSection>
      </RecordForm>
    </>
  );
}
