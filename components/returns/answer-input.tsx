"use client";

import { useLocale, useTranslations } from "next-intl";
import { DateField } from "@/components/ui/form/date-field";
import { NumberField } from "@/components/ui/form/number-field";
import { SelectField } from "@/components/ui/form/select-field";
import { TextField } from "@/components/ui/form/text-field";
import { TextareaField } from "@/components/ui/form/textarea-field";
import type { ReturnField } from "@/lib/domain/return-forms/schema";
import { softReasons } from "@/lib/domain/return-forms/schema";
import type { Answers } from "@/lib/domain/returns/rules-answers";
import type { SoftChange } from "@/lib/domain/returns/rules-before";
import { isLocale } from "@/lib/platform/i18n/locales";
import { nameOf } from "@/lib/platform/i18n/names";
import { useFormats } from "@/lib/platform/i18n/use-formats";
import styles from "./answer-input.module.css";

type Props = {
  field: ReturnField;
  last: Answers | null;
  yearAgo: Answers | null;
  /** Changes that ask for a reason, as they stand while one types. */
  changes: SoftChange[];
  /** What the office says to it. */
  comment?: string;
};

/** A question with what was said before beside it, and with the reason that a large change asks for. */
export function AnswerInput({ field, last, yearAgo, changes, comment }: Props) {
  const t = useTranslations("returns.answering");
  const forms = useTranslations("return-forms");
  const words = useFieldWords();
  const { label, unit, definition, show } = words(field);
  const before = [
    last?.[field.key] === undefined ? null : t("last", { value: show(last[field.key]) }),
    yearAgo?.[field.key] === undefined ? null : t("yearAgo", { value: show(yearAgo[field.key]) }),
  ].filter((said) => said !== null);
  const help = (
    <>
      {definition}
      {before.length > 0 ? <span className={styles.before}>{before.join(" · ")}</span> : null}
    </>
  );
  const props = { name: `answers.${field.key}`, label, help, optional: !field.required };
  return (
    <div className={styles.question}>
      {comment ? (
        <p className={styles.comment}>
          <strong>{t("officeSays")}</strong> {comment}
        </p>
      ) : null}
      <Input field={field} unit={unit} {...props} />
      {changes.length > 0 ? (
        <fieldset className={styles.reason}>
          <legend>
            {changes
              .map(({ against, percent, was }) =>
                percent === null
                  ? t(`movedFromNothing.${against}`)
                  : t(`moved.${against}`, { percent, was: show(was) }),
              )
              .join(" ")}
          </legend>
          <SelectField
            name={`reasons.${field.key}.code`}
            label={t("reasonCode")}
            options={softReasons.map((code) => ({ value: code, label: forms(`reason.${code}`) }))}
          />
          <TextField name={`reasons.${field.key}.words`} label={t("reasonWords")} />
        </fieldset>
      ) : null}
    </div>
  );
}

type InputProps = { name: string; label: string; help: React.ReactNode; optional: boolean };

function Input({ field, unit, ...props }: InputProps & { field: ReturnField; unit: string | undefined }) {
  const words = useFieldWords();
  if (field.type === "NUMBER" || field.type === "MONEY") return <NumberField {...props} unit={unit} />;
  if (field.type === "DATE") return <DateField {...props} />;
  if (field.type === "TEXT") return <TextareaField {...props} />;
  return (
    <SelectField
      {...props}
      options={field.options.map(({ key }) => ({ value: key, label: words(field).show(key) }))}
    />
  );
}

/** A question's words in the reader's language, and its answers as they are shown. */
function useFieldWords() {
  const locale = useLocale();
  const t = useTranslations("return-forms.money");
  const formats = useFormats();
  const read = isLocale(locale) ? locale : "en";
  const of = (nameZh: string | null, nameEn: string | null) => nameOf(read, { nameZh, nameEn });
  return (field: ReturnField) => ({
    label: of(field.labelZh, field.labelEn),
    definition: of(field.definitionZh, field.definitionEn),
    unit: field.money ? t(field.money) : of(field.unitZh, field.unitEn) || undefined,
    show: (value: string | undefined) => {
      if (value === undefined || value === "") return "";
      if (field.type === "NUMBER" || field.type === "MONEY") return formats.number(value, 6);
      if (field.type === "DATE") return formats.date(value);
      const option = field.options.find(({ key }) => key === value);
      return option ? of(option.zh, option.en) : value;
    },
  });
}
