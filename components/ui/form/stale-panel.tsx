"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { StaleDetails } from "@/lib/platform/action/result";
import { useFormats } from "@/lib/platform/i18n/use-formats";
import { Banner } from "../banner";
import type { Clash } from "./clashes";
import styles from "./form.module.css";
import type { RecordFormState } from "./use-record-form";

/** Someone saved first: their value and mine, side by side. The next save goes on top of their version. */
export function StalePanel({ record, stale }: { record: RecordFormState; stale: StaleDetails }) {
  const t = useTranslations("ui.form.stale");
  const formats = useFormats();
  return (
    <div className={styles.failure} tabIndex={-1} data-failure>
      <Banner tone="warn" role="alert" title={t("title", { by: stale.by })}>
        <span>{t(record.clashes.length > 0 ? "text" : "same", { at: formats.dateTime(stale.at) })}</span>
      </Banner>
      {record.clashes.map((clash) => (
        <ClashChoice key={`${stale.version} ${clash.path}`} clash={clash} record={record} />
      ))}
    </div>
  );
}

function ClashChoice({ clash, record }: { clash: Clash; record: RecordFormState }) {
  const t = useTranslations("ui.form.stale");
  const [takesTheirs, setTakesTheirs] = useState(clash.takesTheirs);

  function choose(theirs: boolean) {
    setTakesTheirs(theirs);
    record.form.setValue(clash.path, theirs ? clash.theirs : clash.mine, {
      shouldDirty: true,
      shouldValidate: true,
    });
  }

  function show(value: string): string {
    if (!value) return t("empty");
    return record.fields.get(clash.path)?.show?.(value) ?? value;
  }

  return (
    <fieldset className={styles.clash}>
      <legend>{clash.label}</legend>
      {[false, true].map((theirs) => (
        <label key={String(theirs)} data-chosen={takesTheirs === theirs}>
          <input
            type="radio"
            name={`stale-${clash.path}`}
            checked={takesTheirs === theirs}
            onChange={() => choose(theirs)}
          />
          <span>
            <b>{t(theirs ? "takeTheirs" : "keepMine")}</b>
            {show(theirs ? clash.theirs : clash.mine)}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
