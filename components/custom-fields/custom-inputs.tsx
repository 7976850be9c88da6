"use client";

import { useLocale, useTranslations } from "next-intl";
import { DateField } from "@/components/ui/form/date-field";
import { FormSection, Wide } from "@/components/ui/form/form-section";
import { NumberField } from "@/components/ui/form/number-field";
import { SelectField } from "@/components/ui/form/select-field";
import { TextField } from "@/components/ui/form/text-field";
import { TextareaField } from "@/components/ui/form/textarea-field";
import type { CustomEntry } from "@/lib/domain/custom-fields/dto";
import { customLabel } from "@/lib/domain/custom-fields/labels";

/** Text longer than this is written in a box of several lines. */
const LINE = 200;

/** The office's own fields of a record, in any form of it. Retired ones are not asked, and stay as they are. */
export function CustomInputs({ entries }: { entries: CustomEntry[] }) {
  const t = useTranslations("custom-fields");
  const locale = useLocale() === "zh" ? "zh" : "en";
  const live = entries.filter(({ field }) => field.retiredAt === null);
  if (live.length === 0) return null;
  return (
    <FormSection title={t("further")}>
      {live.map(({ field, value }) => {
        const props = {
          name: `custom.${field.id}`,
          label: customLabel(locale, field),
          help: (locale === "zh" ? field.helpZh || field.helpEn : field.helpEn || field.helpZh) ?? undefined,
          optional: !field.required,
        };
        if (field.type === "NUMBER")
          return <NumberField key={field.id} {...props} unit={field.unit ?? undefined} />;
        if (field.type === "DATE") return <DateField key={field.id} {...props} />;
        if (field.type === "CHOICE") {
          // An option that is no longer offered stands where it was chosen.
          const offered = field.options.filter(({ id, retired }) => !retired || id === value);
          const options = offered.map((option) => ({ value: option.id, label: customLabel(locale, option) }));
          return <SelectField key={field.id} {...props} options={options} />;
        }
        if ((field.maxLength ?? 0) <= LINE) return <TextField key={field.id} {...props} />;
        return (
          <Wide key={field.id}>
            <TextareaField {...props} />
          </Wide>
        );
      })}
    </FormSection>
  );
}
