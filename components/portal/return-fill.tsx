"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Banner } from "@/components/ui/banner";
import { RecordForm } from "@/components/ui/form/record-form";
import { useAutosave } from "@/components/ui/form/use-autosave";
import { type RecordFormState, useRecordForm } from "@/components/ui/form/use-record-form";
import { fieldsOf } from "@/lib/domain/return-forms/rules";
import { saveDraftAction, submitReturnAction } from "@/lib/domain/returns/actions";
import { checkAnswers, findReasonProblems } from "@/lib/domain/returns/rules";
import type { Answers, Reasons } from "@/lib/domain/returns/rules-answers";
import { submitReturnSchema } from "@/lib/domain/returns/schema";
import { type Fillable, ReturnGroups } from "./return-groups";

/**
 * A return as it is answered: one group of questions at a time, kept as it is typed, sent at the end. All groups stay in
 * the page, so that what was refused in another one is found.
 */
export function ReturnFill(props: {
  of: Fillable;
  /** Where it leads once it is sent. */
  back: string;
}) {
  const t = useTranslations("returns.answering");
  const { of, back } = props;
  const { definition, last, yearAgo } = of;
  const fields = fieldsOf(definition);
  const [step, setStep] = useState(0);
  const record: RecordFormState = useRecordForm({
    schema: submitReturnSchema,
    action: async (input) => {
      await autosave.flush();
      const values = { ...input, version: record.form.getValues("version") };
      const refused = findProblems(values.answers as Answers, values.reasons as Reasons);
      const result = refused
        ? ({ ok: false, code: "INVALID", message: "errors.mend", fieldErrors: refused } as const)
        : await submitReturnAction(values);
      if (!result.ok) showFirst(result.fieldErrors ?? {});
      return result;
    },
    defaultValues: {
      id: of.id,
      version: of.version,
      answers: Object.fromEntries(fields.map(({ key }) => [key, of.answers[key] ?? ""])),
      reasons: Object.fromEntries(
        fields.map(({ key }) => [key, of.reasons[key] ?? ({ code: "", words: "" } as const)]),
      ),
    },
    onSaved: () => back,
    savedMessage: t("sent"),
  });
  const autosave = useAutosave(record, ["answers", "reasons"], (values) =>
    saveDraftAction(values as Parameters<typeof saveDraftAction>[0]),
  );
  const before = { last, yearAgo };

  function findProblems(given: Answers, reasons: Reasons): Record<string, string> | null {
    const checked = checkAnswers(definition, given, before);
    const named = (group: string, problems: Record<string, string>) =>
      Object.entries(problems).map(([key, message]) => [`${group}.${key}`, message] as const);
    const all = [
      ...named("answers", checked.hard),
      ...named("reasons", findReasonProblems(checked.soft, reasons ?? {})),
    ];
    return all.length > 0 ? Object.fromEntries(all) : null;
  }

  /** The first group that has something to mend is shown, before the form looks for what to focus. */
  function showFirst(problems: Record<string, string>) {
    const wrong = new Set(Object.keys(problems).map((path) => path.split(".")[1]));
    const at = definition.sections.findIndex((section) => section.fields.some(({ key }) => wrong.has(key)));
    if (at >= 0) setStep(at);
  }

  return (
    <RecordForm record={record} cancelHref={back} submitLabel={t("send")} noCancel>
      {of.comment ? (
        <Banner tone="warn" title={t("officeSays")}>
          {of.comment}
        </Banner>
      ) : null}
      <ReturnGroups of={of} step={step} go={setStep} saved={autosave.state} />
    </RecordForm>
  );
}
