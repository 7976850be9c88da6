"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import type { z } from "zod";
import { DateField } from "@/components/ui/form/date-field";
import { FormSection } from "@/components/ui/form/form-section";
import { RecordForm } from "@/components/ui/form/record-form";
import { TextField } from "@/components/ui/form/text-field";
import { useRecordForm } from "@/components/ui/form/use-record-form";
import { fieldsOf } from "@/lib/domain/return-forms/rules";
import type { ReturnDefinition } from "@/lib/domain/return-forms/schema";
import { correctReturnAction, submitReturnAction } from "@/lib/domain/returns/actions";
import { checkAnswers, findReasonProblems } from "@/lib/domain/returns/rules";
import type { Answers, Reasons } from "@/lib/domain/returns/rules-answers";
import type { Before } from "@/lib/domain/returns/rules-before";
import { correctReturnSchema, submitReturnSchema } from "@/lib/domain/returns/schema";
import { AnswerFields } from "./answer-fields";

type Props = {
  of: { id: string; version: number };
  definition: ReturnDefinition;
  answers: Answers;
  reasons: Reasons;
  comments: Record<string, string>;
  before: Before;
  today: string;
};

/** An officer types for a firm what it sent on paper. */
export function FillForm(props: Props) {
  const t = useTranslations("returns");
  const schema = useMemo(() => checked(submitReturnSchema, props), [props]);
  const record = useRecordForm({
    schema,
    action: submitReturnAction,
    defaultValues: { ...valuesOf(props), receivedOn: props.today },
    onSaved: () => `/returns/${props.of.id}`,
  });
  return (
    <RecordForm record={record} submitLabel={t("fill")} cancelHref={`/returns/${props.of.id}`}>
      <FormSection help={t("fillHelp")}>
        <DateField name="receivedOn" label={t("receivedOn")} />
      </FormSection>
      <AnswerFields definition={props.definition} before={props.before} comments={props.comments} />
    </RecordForm>
  );
}

/** What was accepted is put right. */
export function CorrectForm(props: Props) {
  const t = useTranslations("returns");
  const schema = useMemo(() => checked(correctReturnSchema, props), [props]);
  const record = useRecordForm({
    schema,
    action: correctReturnAction,
    defaultValues: { ...valuesOf(props), reason: "" },
    onSaved: () => `/returns/${props.of.id}`,
  });
  return (
    <RecordForm record={record} submitLabel={t("correct")} cancelHref={`/returns/${props.of.id}`}>
      <FormSection help={t("correctHelp")}>
        <TextField name="reason" label={t("reason")} />
      </FormSection>
      <AnswerFields definition={props.definition} before={props.before} comments={{}} />
    </RecordForm>
  );
}

/** A box for every question, empty where nothing was said: what is not in the form's values cannot be typed over. */
function valuesOf({ of, definition, answers, reasons }: Props) {
  const keys = fieldsOf(definition).map(({ key }) => key);
  return {
    ...of,
    answers: Object.fromEntries(keys.map((key) => [key, answers[key] ?? ""])),
    reasons: Object.fromEntries(keys.map((key) => [key, reasons[key] ?? { code: "" as const, words: "" }])),
  };
}

type Filled = z.ZodType<{ answers: Answers; reasons: Reasons }, { answers: Answers; reasons?: unknown }>;

/** The schema of a write with the form's own rules, so that what is missing is told before anything is sent. */
function checked<Schema extends z.ZodType>(schema: Schema, { definition, before }: Props): Schema {
  const rules = (given: { answers: Answers; reasons: Reasons }, context: z.RefinementCtx) => {
    const { hard, soft } = checkAnswers(definition, given.answers, before);
    const refuse = (group: string, problems: Record<string, string>) => {
      for (const [key, message] of Object.entries(problems)) {
        context.addIssue({ code: "custom", path: [group, ...key.split(".")], message });
      }
    };
    refuse("answers", hard);
    refuse("reasons", findReasonProblems(soft, given.reasons));
  };
  // Both writes hold answers and reasons; a refinement changes what a schema refuses, not what it gives.
  return (schema as unknown as Filled).superRefine(rules) as unknown as Schema;
}
