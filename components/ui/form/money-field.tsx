"use client";

import { useTranslations } from "next-intl";
import { currencies } from "@/lib/platform/values/currencies";
import styles from "./form.module.css";
import { NumberField } from "./number-field";
import { SelectField } from "./select-field";
import type { FieldProps } from "./use-field";

const options = currencies.map((currency) => ({ value: currency, label: currency }));

/** An amount with its currency, at `<name>.amount` and `<name>.currency`. */
export function MoneyField(props: FieldProps) {
  const t = useTranslations("ui.form");
  return (
    <div className={styles.money}>
      <NumberField {...props} name={`${props.name}.amount`} />
      <SelectField
        name={`${props.name}.currency`}
        label={`${props.label}: ${t("currency")}`}
        labelHidden
        disabled={props.disabled}
        options={options}
      />
    </div>
  );
}
