"use client";

import { useTranslations } from "next-intl";
import { AnswerInput } from "@/components/returns/answer-input";
import { Button } from "@/components/ui/button";
import type { SaveState } from "@/components/ui/form/use-autosave";
import { useValues } from "@/components/ui/form/use-values";
import { fieldsOf } from "@/lib/domain/return-forms/rules";
import type { ReturnDto } from "@/lib/domain/returns/dto";
import { checkAnswers } from "@/lib/domain/returns/rules";
import type { Answers } from "@/lib/domain/returns/rules-answers";
import styles from "./return.module.css";
import { ReturnSectionTitle, ReturnSteps } from "./return-steps";

export type Fillable = Pick<
  ReturnDto,
  "id" | "version" | "definition" | "answers" | "reasons" | "comments" | "comment"
> & { last: Answers | null; yearAgo: Answers | null };

/** The questions, one group in sight; where one is, how much is said, and whether it is kept. */
export function ReturnGroups(props: {
  of: Fillable;
  step: number;
  go: (step: number) => void;
  saved: SaveState;
}) {
  const t = useTranslations("returns.answering");
  const { of, step, go, saved } = props;
  const { definition, last, yearAgo } = of;
  const keys = fieldsOf(definition).map(({ key }) => key);
  const typed = useValues(keys.map((key) => `answers.${key}`));
  const answers = Object.fromEntries(keys.map((key, i) => [key, typed[i] ?? ""]));
  const { soft, hard } = checkAnswers(definition, answers, { last, yearAgo });
  const said = typed.filter((answer) => answer.trim()).length;
  const lastStep = definition.sections.length - 1;
  return (
    <>
      <ReturnSteps
        sections={definition.sections}
        step={step}
        go={go}
        isDone={(section) =>
          section.fields.some(({ key }) => answers[key]?.trim()) &&
          section.fields.every(({ key, required }) => !hard[key] && (!required || answers[key]?.trim()))
        }
      />
      <p className={styles.progress}>
        <span>{t("progress", { said, all: keys.length })}</span>
        <span role="status">{saved === "clean" ? null : t(`save.${saved}`)}</span>
      </p>
      {definition.sections.map((section, i) => (
        <section key={section.key} hidden={i !== step} aria-labelledby={`group-${section.key}`}>
          <ReturnSectionTitle section={section} />
          <div className={styles.questions}>
            {section.fields.map((field) => (
              <AnswerInput
                key={field.key}
                field={field}
                last={last}
                yearAgo={yearAgo}
                changes={soft[field.key] ?? []}
                comment={of.comments[field.key]}
              />
            ))}
          </div>
          <div className={styles.turn}>
            {i > 0 ? <Button onClick={() => go(i - 1)}>{t("backStep")}</Button> : null}
            {i < lastStep ? <Button onClick={() => go(i + 1)}>{t("nextStep")}</Button> : null}
          </div>
        </section>
      ))}
    </>
  );
}
