"use client";

import { useLocale } from "next-intl";
import { FormSection, Wide } from "@/components/ui/form/form-section";
import { useValues } from "@/components/ui/form/use-values";
import { fieldsOf } from "@/lib/domain/return-forms/rules";
import type { ReturnDefinition } from "@/lib/domain/return-forms/schema";
import { checkAnswers } from "@/lib/domain/returns/rules";
import type { Before } from "@/lib/domain/returns/rules-before";
import type { Locale } from "@/lib/platform/i18n/locales";
import { nameOf, titleOf } from "@/lib/platform/i18n/names";
import { AnswerInput } from "./answer-input";

type Props = { definition: ReturnDefinition; before: Before; comments: Record<string, string> };

/** The questions as boxes, each with its definition, what was said before, and the reason that a change asks for. */
export function AnswerFields({ definition, before, comments }: Props) {
  const locale = useLocale() as Locale;
  const keys = fieldsOf(definition).map(({ key }) => key);
  const typed = useValues(keys.map((key) => `answers.${key}`));
  const answers = Object.fromEntries(keys.map((key, i) => [key, typed[i] ?? ""]));
  const { soft } = checkAnswers(definition, answers, before);
  return definition.sections.map((section) => (
    <FormSection
      key={section.key}
      title={titleOf(locale, section)}
      help={nameOf(locale, { nameZh: section.helpZh, nameEn: section.helpEn }) || undefined}
    >
      {section.fields.map((field) => (
        <Wide key={field.key}>
          <AnswerInput
            field={field}
            last={before.last}
            yearAgo={before.yearAgo}
            changes={soft[field.key] ?? []}
            comment={comments[field.key]}
          />
        </Wide>
      ))}
    </FormSection>
  ));
}
