"use client";

import { useTranslations } from "next-intl";
import { DateField } from "@/components/ui/form/date-field";
import { FormSection } from "@/components/ui/form/form-section";
import { NumberField } from "@/components/ui/form/number-field";
import { RecordForm } from "@/components/ui/form/record-form";
import { TextField } from "@/components/ui/form/text-field";
import { useRecordForm } from "@/components/ui/form/use-record-form";
import { recordCohortAction, removeCohortAction } from "@/lib/domain/programmes/actions";
import type { CohortDto } from "@/lib/domain/programmes/dto";
import { recordCohortSchema, removeCohortSchema } from "@/lib/domain/programmes/schema";

type Programme = { id: string; version: number };

/** The counts of one year: a new one's, or what takes the place of those on record. */
export function CohortForm(props: Programme & { cohort: CohortDto | null; year: string; today: string }) {
  const { id, version, cohort } = props;
  const t = useTranslations("programmes");
  const shown = (count: number | null | undefined) => `${count ?? ""}`;
  const record = useRecordForm({
    schema: recordCohortSchema,
    action: recordCohortAction,
    defaultValues: {
      ...{ id, version, year: props.year },
      path: shown(cohort?.path),
      planned: shown(cohort?.planned),
      enrolled: shown(cohort?.enrolled),
      completed: shown(cohort?.completed),
      dropped: shown(cohort?.dropped),
      placed: shown(cohort?.placed),
      reportedOn: cohort?.reportedOn ?? props.today,
      source: cohort?.source ?? "",
    },
    onSaved: () => `/programmes/${id}`,
  });
  return (
    <RecordForm record={record} cancelHref={`/programmes/${id}`}>
      <FormSection title={t("cohort")} help={t("cohortHelp")}>
        <TextField name="year" label={t("year")} disabled={cohort !== null} />
        <DateField name="reportedOn" label={t("reportedOn")} />
        <NumberField name="planned" label={t("planned")} optional />
        <NumberField name="enrolled" label={t("enrolled")} optional />
        <NumberField name="completed" label={t("completed")} optional />
        <NumberField name="dropped" label={t("dropped")} optional />
        <NumberField name="placed" label={t("placed")} optional />
        <NumberField name="path" label={t("pathOfYear")} help={t("pathOfYearHelp")} optional />
        <TextField name="source" label={t("source")} optional />
      </FormSection>
    </RecordForm>
  );
}

/** Takes a year back that was entered by mistake. */
export function RemoveCohortForm({ id, version, year }: Programme & { year: number }) {
  const t = useTranslations("programmes");
  const record = useRecordForm({
    schema: removeCohortSchema,
    action: removeCohortAction,
    defaultValues: { id, version, year: `${year}`, reason: "" },
    onSaved: () => `/programmes/${id}`,
    draft: false,
  });
  return (
    <RecordForm record={record} submitLabel={t("removeCohort")} noCancel>
      <FormSection title={t("removeCohort")} help={t("removeCohortHelp")}>
        <TextField name="reason" label={t("reason")} />
      </FormSection>
    </RecordForm>
  );
}
