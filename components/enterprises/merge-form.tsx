"use client";

import { useTranslations } from "next-intl";
import { FormSection, Wide } from "@/components/ui/form/form-section";
import { RecordForm } from "@/components/ui/form/record-form";
import { TextField } from "@/components/ui/form/text-field";
import { useRecordForm } from "@/components/ui/form/use-record-form";
import { mergeEnterprisesAction } from "@/lib/domain/enterprises/actions";
import { type MergeChoice as Choice, toFormerNames } from "@/lib/domain/enterprises/rules";
import { mergeEnterprisesSchema } from "@/lib/domain/enterprises/schema";
import styles from "./merge.module.css";
import { MergeChoice } from "./merge-choice";
import type { MergeRow } from "./merge-rows";

type Firm = { id: string; version: number; name: string };
type Names = Record<"nameZh" | "nameEn" | "shortName", string | null> & { formerNames: string[] };

export type MergeFormProps = {
  stays: Firm;
  goes: Firm;
  rows: MergeRow[];
  names: { stays: Names; goes: Names };
  moved: Record<string, number>;
  clashes: { park: string; on: string; stays: number; goes: number }[];
};

/** Both records field by field, what moves, what clashes and what comes of it: all of it seen before the one confirm. */
export function MergeForm({ stays, goes, rows, names, moved, clashes }: MergeFormProps) {
  const t = useTranslations("enterprises");
  const open = rows.filter((row) => row.open);
  const record = useRecordForm({
    schema: mergeEnterprisesSchema,
    action: mergeEnterprisesAction,
    defaultValues: {
      ...{ id: stays.id, version: stays.version, goesId: goes.id, goesVersion: goes.version, reason: "" },
      take: toTaken(open),
    },
    draft: false,
    savedMessage: t("merge.saved"),
    onSaved: ({ id }) => `/enterprises/${id}`,
  });
  const chosen = record.form.watch(open.map(({ field }) => `take.${field}`));
  const take: Choice[] = open.flatMap(({ field }, i) => (chosen[i] === "GOES" ? [field] : []));
  const result = (row: MergeRow) => (take.includes(row.field) || !row.stays ? row.goes : row.stays);
  const former = toFormerNames(names.stays, names.goes, take);
  const counts = Object.entries(moved).filter(([, count]) => count > 0);
  const both = { stays: stays.name, goes: goes.name };
  return (
    <RecordForm record={record} submitLabel={t("merge.verb")} cancelHref={`/enterprises/${stays.id}`}>
      <FormSection title={t("merge.fields")} help={`${t("merge.help", both)} ${t("merge.fieldsHelp")}`}>
        <Wide>
          {open.length === 0 ? <p className={styles.quiet}>{t("merge.nothing")}</p> : null}
          {open.map((row, i) => (
            <MergeChoice
              key={row.field}
              row={row}
              autoFocus={i === 0}
              hints={{
                stays: t("merge.stays", { name: stays.name }),
                goes: t("merge.goes", { name: goes.name }),
              }}
            />
          ))}
        </Wide>
      </FormSection>
      {clashes.length > 0 ? (
        <FormSection title={t("merge.clashes")} help={t("merge.clashesHelp")}>
          <Wide>
            <ul className={styles.clashes}>
              {clashes.map((clash) => (
                <li key={`${clash.park} ${clash.on}`}>{t("merge.clash", clash)}</li>
              ))}
            </ul>
          </Wide>
        </FormSection>
      ) : null}
      <FormSection title={t("merge.moved")}>
        <Wide>
          {counts.length === 0 ? <p className={styles.quiet}>{t("merge.nothingMoves")}</p> : null}
          <dl className={styles.counts}>
            {counts.map(([part, count]) => (
              <div key={part}>
                <dt>{t(`merge.parts.${part}`)}</dt>
                <dd className="tabular">{count}</dd>
              </div>
            ))}
          </dl>
        </Wide>
      </FormSection>
      <FormSection title={t("merge.preview")}>
        <Wide>
          <dl className={styles.preview} aria-live="polite">
            {rows.map((row) => (
              <div key={row.field}>
                <dt>{row.label}</dt>
                <dd>{result(row)}</dd>
              </div>
            ))}
            {former.length > 0 ? (
              <div>
                <dt>{t("merge.formerly")}</dt>
                <dd>{former.join(" · ")}</dd>
              </div>
            ) : null}
          </dl>
        </Wide>
        <Wide>
          <TextField name="reason" label={t("merge.reason")} help={t("merge.reasonHelp")} optional />
        </Wide>
      </FormSection>
    </RecordForm>
  );
}

/** Every open field starts with the staying firm's value; custom ones stand under their own name. */
function toTaken(open: MergeRow[]) {
  const [own, custom] = [false, true].map((isCustom) =>
    open.filter(({ field }) => field.startsWith(CUSTOM) === isCustom),
  );
  const stays = (rows: MergeRow[] = []) =>
    Object.fromEntries(rows.map(({ field }) => [field.replace(CUSTOM, ""), "STAYS" as const]));
  return { ...stays(own), ...(custom?.length ? { custom: stays(custom) } : {}) };
}

const CUSTOM = "custom.";
