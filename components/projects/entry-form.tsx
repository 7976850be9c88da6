"use client";

import { useTranslations } from "next-intl";
import { DateField } from "@/components/ui/form/date-field";
import { FormSection, Wide } from "@/components/ui/form/form-section";
import { RecordForm } from "@/components/ui/form/record-form";
import { SelectField } from "@/components/ui/form/select-field";
import { TextField } from "@/components/ui/form/text-field";
import { TextareaField } from "@/components/ui/form/textarea-field";
import { useRecordForm } from "@/components/ui/form/use-record-form";
import {
  changeEntryAction,
  closeEntryAction,
  raiseEntryAction,
  reopenEntryAction,
} from "@/lib/domain/projects/actions";
import { entryKindLabel, entrySeverityLabel } from "@/lib/domain/projects/labels";
import type { listEntries } from "@/lib/domain/projects/queries-records";
import {
  changeEntrySchema,
  closeEntrySchema,
  entryKinds,
  entrySeverities,
  raiseEntrySchema,
  reopenEntrySchema,
} from "@/lib/domain/projects/schema";

export type Entry = Awaited<ReturnType<typeof listEntries>>[number];

/** A risk, an issue or a decision: a new one, or one that stands. */
export function EntryForm(props: {
  projectId: string;
  today: string;
  entry?: Entry;
  kind?: (typeof entryKinds)[number];
}) {
  const { projectId, entry } = props;
  const t = useTranslations("projects");
  const all = useTranslations();
  const back = `/projects/${projectId}/register`;
  const values = {
    kind: entry?.kind ?? props.kind ?? ("RISK" as const),
    titleZh: entry?.titleZh ?? "",
    titleEn: entry?.titleEn ?? "",
    raisedOn: String(entry?.raisedOn ?? props.today),
    owner: entry?.owner ?? "",
    severity: entry?.severity ?? ("" as const),
    dueOn: entry?.dueOn ?? "",
  };
  const raising = useRecordForm({
    schema: raiseEntrySchema,
    action: raiseEntryAction,
    defaultValues: { projectId, ...values },
    onSaved: () => back,
  });
  const changing = useRecordForm({
    schema: changeEntrySchema,
    action: changeEntryAction,
    defaultValues: { id: entry?.id ?? "", version: entry?.version ?? 0, ...values },
    onSaved: () => back,
  });
  const record = entry ? changing : raising;
  const kind = record.form.watch("kind");
  return (
    <RecordForm record={record} cancelHref={back}>
      <FormSection>
        <SelectField
          name="kind"
          label={t("entry.kindLabel")}
          options={entryKinds.map((value) => ({ value, label: all(entryKindLabel(value)) }))}
        />
        {kind === "RISK" ? (
          <SelectField
            name="severity"
            label={t("entry.severityLabel")}
            options={entrySeverities.map((value) => ({ value, label: all(entrySeverityLabel(value)) }))}
          />
        ) : (
          <span />
        )}
        <Wide>
          <TextareaField name="titleZh" label={t("entry.titleZh")} optional />
        </Wide>
        <Wide>
          <TextareaField name="titleEn" label={t("entry.titleEn")} optional />
        </Wide>
        <DateField name="raisedOn" label={t("entry.raisedOn")} />
        <DateField name="dueOn" label={t("entry.dueOn")} optional />
        <TextField name="owner" label={t("entry.owner")} optional />
      </FormSection>
    </RecordForm>
  );
}

/** It is over, with what came of it; or it was not. */
export function EntryEndForm({
  projectId,
  today,
  entry,
}: {
  projectId: string;
  today: string;
  entry: Entry;
}) {
  const t = useTranslations("projects");
  const back = `/projects/${projectId}/register`;
  const seen = { id: entry.id, version: entry.version };
  const closing = useRecordForm({
    schema: closeEntrySchema,
    action: closeEntryAction,
    defaultValues: { ...seen, closedOn: today, outcome: "" },
    onSaved: () => back,
  });
  const reopening = useRecordForm({
    schema: reopenEntrySchema,
    action: reopenEntryAction,
    defaultValues: { ...seen, reason: "" },
    onSaved: () => back,
  });
  if (entry.closedOn) {
    return (
      <RecordForm record={reopening} submitLabel={t("entry.reopen")} noCancel>
        <FormSection title={t("entry.reopen")}>
          <TextField name="reason" label={t("reason")} optional />
        </FormSection>
      </RecordForm>
    );
  }
  return (
    <RecordForm record={closing} submitLabel={t("entry.close")} noCancel>
      <FormSection title={t("entry.close")} help={t("entry.closeHelp")}>
        <DateField name="closedOn" label={t("entry.closedOn")} />
        <Wide>
          <TextareaField name="outcome" label={t("entry.outcome")} />
        </Wide>
      </FormSection>
    </RecordForm>
  );
}
