"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { StaleDetails } from "@/lib/platform/action/result";
import { useFormats } from "@/lib/platform/i18n/use-formats";
import { Banner } from "../banner";
import styles from "./form.module.css";
import type { RecordFormState } from "./use-record-form";

type Clash = { path: string; label: string; theirs: string; mine: string; touched: boolean };

/**
 * Someone saved first. For each field where the two differ: theirs and mine side by side, mine kept where I
 * had touched it and theirs taken where I had not. The next save goes on top of their version.
 */
export function StalePanel({ record, stale }: { record: RecordFormState; stale: StaleDetails }) {
  const t = useTranslations("ui.form.stale");
  const formats = useFormats();
  const { form, fields } = record;
  const [clashes, setClashes] = useState<Clash[]>([]);
  const [taken, setTaken] = useState<Record<string, boolean>>({});

  useEffect(() => {
    const found = Object.entries(stale.theirs)
      .filter(([path]) => fields.has(path))
      .map(([path, theirs]) => ({
        path,
        label: fields.get(path)?.label ?? path,
        theirs: theirs ?? "",
        mine: String(form.getValues(path) ?? ""),
        touched: form.getFieldState(path).isDirty,
      }))
      .filter((clash) => clash.theirs !== clash.mine);
    for (const clash of found) {
      if (!clash.touched) form.setValue(clash.path, clash.theirs);
    }
    const version = form.getValues("version");
    form.setValue("version", typeof version === "number" ? stale.version : String(stale.version));
    setClashes(found);
    setTaken(Object.fromEntries(found.map((clash) => [clash.path, !clash.touched])));
  }, [stale, form, fields]);

  function choose(clash: Clash, theirs: boolean) {
    form.setValue(clash.path, theirs ? clash.theirs : clash.mine, {
      shouldDirty: true,
      shouldValidate: true,
    });
    setTaken((before) => ({ ...before, [clash.path]: theirs }));
  }

  function show(path: string, value: string): string {
    if (!value) return t("empty");
    return fields.get(path)?.show?.(value) ?? value;
  }

  return (
    <div className={styles.failure} tabIndex={-1} data-failure>
      <Banner tone="warn" role="alert" title={t("title", { by: stale.by })}>
        <span>{t("text", { at: formats.dateTime(stale.at) })}</span>
        {clashes.length === 0 ? <span>{t("same")}</span> : null}
      </Banner>
      {clashes.map((clash) => (
        <fieldset key={clash.path} className={styles.clash}>
          <legend>{clash.label}</legend>
          {[false, true].map((theirs) => (
            <label key={String(theirs)} data-chosen={taken[clash.path] === theirs}>
              <input
                type="radio"
                name={`stale-${clash.path}`}
                checked={taken[clash.path] === theirs}
                onChange={() => choose(clash, theirs)}
              />
              <span>
                <b>{t(theirs ? "takeTheirs" : "keepMine")}</b>
                {show(clash.path, theirs ? clash.theirs : clash.mine)}
              </span>
            </label>
          ))}
        </fieldset>
      ))}
    </div>
  );
}
