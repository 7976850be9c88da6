"use client";

import { useTranslations } from "next-intl";
import { ComboField, type ComboOption } from "@/components/ui/form/combo-field";
import { DateField } from "@/components/ui/form/date-field";
import { FormSection, Wide } from "@/components/ui/form/form-section";
import { RecordForm } from "@/components/ui/form/record-form";
import { SelectField, type SelectOption } from "@/components/ui/form/select-field";
import { TextField } from "@/components/ui/form/text-field";
import { TextareaField } from "@/components/ui/form/textarea-field";
import { useRecordForm } from "@/components/ui/form/use-record-form";
import { useValues } from "@/components/ui/form/use-values";
import {
  createActionItemAction,
  searchItemProjectsAction,
  updateActionItemAction,
} from "@/lib/domain/action-items/actions";
import type { ActionItemDto } from "@/lib/domain/action-items/dto";
import { createActionItemSchema, updateActionItemSchema } from "@/lib/domain/action-items/schema";
import { searchAgreementsAction } from "@/lib/domain/agreements/actions";

type Props = {
  item?: ActionItemDto;
  /** What a new one starts with: the session, agreement or project that it was begun from. */
  from: { raisedOn: string; meetingId?: string; agreementId?: string; projectId?: string };
  owners: SelectOption[];
  meetings: SelectOption[];
  outcomes: (SelectOption & { meetingId: string })[];
  agreement: ComboOption | null;
  project: ComboOption | null;
};

export function ActionItemForm({ item, from, owners, meetings, outcomes, agreement, project }: Props) {
  const t = useTranslations("action-items");
  const onSaved = ({ id }: { id: string }) => `/action-items/${id}`;
  const defaultValues = {
    titleZh: item?.titleZh ?? "",
    titleEn: item?.titleEn ?? "",
    note: item?.note ?? "",
    raisedOn: item?.raisedOn ?? from.raisedOn,
    dueOn: item?.dueOn ?? "",
    ownerId: item?.ownerId ?? "",
    meetingId: item?.meetingId ?? from.meetingId ?? "",
    outcomeId: item?.outcomeId ?? "",
    agreementId: item?.agreementId ?? from.agreementId ?? "",
    projectId: item?.projectId ?? from.projectId ?? "",
  };
  const creating = useRecordForm({
    schema: createActionItemSchema,
    action: createActionItemAction,
    defaultValues,
    onSaved,
  });
  const editing = useRecordForm({
    schema: updateActionItemSchema,
    action: updateActionItemAction,
    defaultValues: { ...defaultValues, id: item?.id ?? "", version: item?.version ?? 0 },
    onSaved,
  });
  return (
    <RecordForm
      record={item ? editing : creating}
      cancelHref={item ? `/action-items/${item.id}` : "/action-items"}
    >
      <FormSection title={t("basics")}>
        <TextField name="titleZh" label={t("titleZh")} lang="zh-CN" optional autoFocus />
        <TextField name="titleEn" label={t("titleEn")} lang="en" optional />
        <SelectField name="ownerId" label={t("owner")} options={owners} optional />
        <DateField name="dueOn" label={t("dueOn")} optional />
        <DateField name="raisedOn" label={t("raisedOn")} />
        <Wide>
          <TextareaField name="note" label={t("note")} optional />
        </Wide>
      </FormSection>
      <FormSection title={t("links")}>
        <SelectField name="meetingId" label={t("meeting")} options={meetings} optional />
        <OutcomeField outcomes={outcomes} />
        <ComboField
          name="agreementId"
          label={t("agreement")}
          search={searchAgreementsAction}
          initial={agreement}
          optional
        />
        <ComboField
          name="projectId"
          label={t("project")}
          search={searchItemProjectsAction}
          initial={project}
          optional
        />
      </FormSection>
    </RecordForm>
  );
}

/** The outcomes of the session that is chosen above. */
function OutcomeField({ outcomes }: Pick<Props, "outcomes">) {
  const t = useTranslations("action-items");
  const [meetingId, chosen] = useValues(["meetingId", "outcomeId"]);
  // One that is chosen stays in sight when the session changes, so that what is refused can be seen.
  const offered = outcomes.filter((one) => one.meetingId === meetingId || one.value === chosen);
  return (
    <SelectField name="outcomeId" label={t("outcome")} help={t("outcomeHelp")} options={offered} optional />
  );
}
