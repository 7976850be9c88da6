"use client";

import { useLocale, useTranslations } from "next-intl";
import { DateField } from "@/components/ui/form/date-field";
import { FormSection, Wide } from "@/components/ui/form/form-section";
import { NumberField } from "@/components/ui/form/number-field";
import { SelectField } from "@/components/ui/form/select-field";
import { TextField } from "@/components/ui/form/text-field";
import { TextareaField } from "@/components/ui/form/textarea-field";
import { useValues } from "@/components/ui/form/use-values";
import { fieldsOf, isFigure } from "@/lib/domain/return-forms/rules";
import { type ReturnDefinition, type ReturnField, softReasons } from "@/lib/domain/return-forms/schema";
import { type Before, checkAnswers } from "@/lib/domain/returns/rules";
import type { Locale } from "@/lib/platform/i18n/locales";
import { nameOf, titleOf } from "@/lib/platform/i18n/names";
import { useFormats } from "@/lib/platform/i18n/use-formats";

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
          <AnswerField field={field} before={before} comment={comments[field.key]} />
          {field.key in soft ? <ReasonFields field={field} /> : null}
        </Wide>
      ))}
    </FormSection>
  ));
}

function AnswerField(props: { field: ReturnField; before: Before; comment: string | undefined }) {
  const { field, before, comment } = props;
  const t = useTranslations("returns");
  const forms = useTranslations("return-forms");
  const locale = useLocale() as Locale;
  const formats = useFormats();
  const words = (zh: string | null, en: string | null) => nameOf(locale, { nameZh: zh, nameEn: en });
  const shown = (value: string | undefined) =>
    value === undefined ? null : isFigure(field) ? formats.number(value, 6) : value;
  const [last, yearAgo] = [shown(before.last?.[field.key]), shown(before.yearAgo?.[field.key])];
  const help = [
    words(field.definitionZh, field.definitionEn) || null,
    last === null ? null : t("lastSaid", { value: last }),
    yearAgo === null ? null : t("yearAgoSaid", { value: yearAgo }),
    comment ? t("commentSaid", { comment }) : null,
  ]
    .filter(Boolean)
    .join(" · ");
  const shared = {
    name: `answers.${field.key}`,
    label: words(field.labelZh, field.labelEn),
    help: help || undefined,
    optional: !field.required,
  };
  if (isFigure(field)) {
    const unit = field.money ? forms(`money.${field.money}`) : words(field.unitZh, field.unitEn);
    return <NumberField {...shared} unit={unit || undefined} />;
  }
  if (field.type === "DATE") return <DateField {...shared} />;
  if (field.type === "TEXT") return <TextareaField {...shared} rows={2} />;
  const options = field.options.map(({ key, zh, en }) => ({ value: key, label: words(zh, en) }));
  return <SelectField {...shared} options={options} />;
}

/** Why a figure moved. */
function ReasonFields({ field }: { field: ReturnField }) {
  const t = useTranslations("returns");
  const forms = useTranslations("return-forms");
  const locale = useLocale() as Locale;
  const of = nameOf(locale, { nameZh: field.labelZh, nameEn: field.labelEn });
  return (
    <>
      <SelectField
        name={`reasons.${field.key}.code`}
        label={t("reasonCode", { of })}
        help={t("reasonHelp")}
        options={softReasons.map((value) => ({ value, label: forms(`reason.${value}`) }))}
      />
      <TextField name={`reasons.${field.key}.words`} label={t("reasonWords", { of })} />
    </>
  );
}
