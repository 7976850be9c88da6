"use client";

import { useTranslations } from "next-intl";
import { memo } from "react";
import { CheckboxField } from "@/components/ui/form/checkbox-field";
import { Wide } from "@/components/ui/form/form-section";
import { NumberField } from "@/components/ui/form/number-field";
import { SelectField } from "@/components/ui/form/select-field";
import { TextField } from "@/components/ui/form/text-field";
import { TextareaField } from "@/components/ui/form/textarea-field";
import { useValue } from "@/components/ui/form/use-values";
import { feedPartLabel } from "@/lib/domain/return-forms/labels";
import { isFigure } from "@/lib/domain/return-forms/rules";
import { feedParts, fieldTypes, moneyUnits } from "@/lib/domain/return-forms/schema";

/**
 * One question of the designer; what its type does not know is not asked. Drawn anew for its own changes alone: a form
 * may have 200 of them, and each has fifteen boxes.
 * @param props.sections the keys of the sections that there are, one a line: one text, so that the same keys
 *   are the same to `memo`
 */
export const FieldRow = memo(function FieldRow({ path, sections }: { path: string; sections: string }) {
  const t = useTranslations("return-forms");
  const all = useTranslations();
  const chosen = useValue(`${path}.type`);
  const type = fieldTypes.find((known) => known === chosen) ?? "NUMBER";
  const keys = sections.split("\n").filter(Boolean);
  return (
    <>
      <TextField name={`${path}.key`} label={t("key")} />
      <SelectField
        name={`${path}.section`}
        label={t("section")}
        options={keys.map((value) => ({ value, label: value }))}
      />
      <TextField name={`${path}.labelZh`} label={t("labelZh")} lang="zh-CN" optional />
      <TextField name={`${path}.labelEn`} label={t("labelEn")} lang="en" optional />
      <Wide>
        <TextareaField
          name={`${path}.definitionZh`}
          label={t("definitionZh")}
          lang="zh-CN"
          rows={2}
          optional
        />
      </Wide>
      <Wide>
        <TextareaField name={`${path}.definitionEn`} label={t("definitionEn")} lang="en" rows={2} optional />
      </Wide>
      <SelectField
        name={`${path}.type`}
        label={t("typeLabel")}
        options={fieldTypes.map((value) => ({ value, label: t(`type.${value}`) }))}
      />
      {type === "MONEY" ? (
        <SelectField
          name={`${path}.money`}
          label={t("moneyLabel")}
          options={moneyUnits.map((value) => ({ value, label: t(`money.${value}`) }))}
        />
      ) : null}
      {type === "NUMBER" ? (
        <>
          <TextField name={`${path}.unitZh`} label={t("unitZh")} lang="zh-CN" optional />
          <TextField name={`${path}.unitEn`} label={t("unitEn")} lang="en" optional />
          <SelectField
            name={`${path}.feeds`}
            label={t("feeds")}
            help={t("feedsHelp")}
            options={feedParts.map((value) => ({ value, label: all(feedPartLabel(value)) }))}
            optional
          />
        </>
      ) : null}
      {isFigure({ type }) ? (
        <>
          <NumberField name={`${path}.decimals`} label={t("decimals")} optional />
          <NumberField name={`${path}.min`} label={t("min")} optional />
          <NumberField name={`${path}.max`} label={t("max")} optional />
          <NumberField
            name={`${path}.softLast`}
            label={t("softLast")}
            help={t("softHelp")}
            unit="%"
            optional
          />
          <NumberField name={`${path}.softYearAgo`} label={t("softYearAgo")} unit="%" optional />
        </>
      ) : null}
      {type === "CHOICE" ? (
        <Wide>
          <TextareaField name={`${path}.options`} label={t("options")} help={t("optionsHelp")} rows={4} />
        </Wide>
      ) : null}
      <CheckboxField name={`${path}.required`} label={t("required")} />
      <CheckboxField name={`${path}.carry`} label={t("carry")} />
    </>
  );
});
