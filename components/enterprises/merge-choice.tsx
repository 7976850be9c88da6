"use client";

import { useField } from "@/components/ui/form/use-field";
import styles from "./merge.module.css";
import type { MergeRow } from "./merge-rows";

/** One field of two records: which of the two values the firm has afterwards. */
export function MergeChoice(props: {
  row: MergeRow;
  hints: { stays: string; goes: string };
  autoFocus?: boolean;
}) {
  const { row, hints } = props;
  const { field } = useField({ name: `take.${row.field}`, label: row.label });
  const option = (value: "STAYS" | "GOES", text: string, hint: string) => (
    <label className={styles.option} data-chosen={field.value === value || undefined}>
      <input
        type="radio"
        name={field.name}
        value={value}
        checked={field.value === value}
        data-autofocus={(props.autoFocus && field.value === value) || undefined}
        onChange={() => field.onChange(value)}
        onBlur={field.onBlur}
      />
      <span>
        {text}
        <small>{hint}</small>
      </span>
    </label>
  );
  return (
    <fieldset className={styles.choice}>
      <legend>{row.label}</legend>
      {option("STAYS", row.stays, hints.stays)}
      {option("GOES", row.goes, hints.goes)}
    </fieldset>
  );
}
