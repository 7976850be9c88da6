"use client";

import { useTranslations } from "next-intl";
import type { z } from "zod";
import type { ActionResult } from "@/lib/platform/action/result";
import { BulkPreview } from "./bulk-preview";
import { FormSection } from "./form-section";
import { RecordForm } from "./record-form";
import { SelectField, type SelectOption } from "./select-field";
import { TextField } from "./text-field";
import { type BulkChoice, type BulkLabels, type Preview, usePreview } from "./use-preview";
import { useRecordForm } from "./use-record-form";

export type BulkSelection = { ids: string[]; filters: Record<string, string> | null };

type Values = BulkSelection &
  Record<"ownerId" | "cluster" | "stage" | "addTags" | "removeTags" | "digest" | "reason", string> & {
    custom: Record<string, string>;
  };

export type BulkFormProps = {
  selection: BulkSelection;
  listHref: string;
  /** What a noun does not have is left out. */
  owners?: SelectOption[];
  clusters?: SelectOption[];
  stages?: SelectOption[];
  /** Tags in use, most used first. */
  tags?: string[];
  choices: BulkChoice[];
  labels: BulkLabels;
};

type Asked = BulkFormProps & {
  // The schema and the actions of a noun; each reads what is typed with its own.
  // biome-ignore lint/suspicious/noExplicitAny: two nouns' schemas differ in the names of their stages alone
  schema: z.ZodType<any, any>;
  preview: (input: never) => Promise<ActionResult<Preview>>;
  save: (input: never) => Promise<ActionResult<{ count: number }>>;
};

/** One change to many rows: what is chosen, and beneath it what becomes of each row before anything is saved. */
export function BulkForm(props: Asked) {
  const { selection, labels, owners, clusters, stages, tags, choices } = props;
  const t = useTranslations("ui.bulk");
  const defaultValues: Values = {
    ...selection,
    ownerId: "",
    cluster: "",
    stage: "",
    addTags: "",
    removeTags: "",
    custom: Object.fromEntries(choices.map(({ id }) => [id, ""])),
    digest: "",
    reason: "",
  };
  const record = useRecordForm({
    schema: props.schema,
    action: props.save as (input: unknown) => Promise<ActionResult<{ count: number }>>,
    defaultValues,
    onSaved: () => props.listHref,
    savedMessage: t("saved"),
    draft: false,
  });
  const { preview, failure, busy } = usePreview(
    record.form,
    props.preview as (input: Values) => Promise<ActionResult<Preview>>,
    record.refusals,
  );
  const used = tags && tags.length > 0 ? t("tagsUsed", { tags: tags.join(" · ") }) : undefined;
  const keep = t("keep");
  const changed = preview?.changed ?? 0;
  return (
    <RecordForm
      record={record}
      cancelHref={props.listHref}
      submitLabel={changed > 0 && !busy ? t("change", { count: changed }) : t("changeNone")}
    >
      <FormSection title={t("what")}>
        {owners && labels.owner ? (
          <SelectField
            name="ownerId"
            label={labels.owner}
            options={[{ value: "NOBODY", label: t("nobody") }, ...owners]}
            empty={keep}
            optional
          />
        ) : null}
        {clusters && labels.cluster ? (
          <SelectField name="cluster" label={labels.cluster} options={clusters} empty={keep} optional />
        ) : null}
        {stages && labels.stage ? (
          <SelectField name="stage" label={labels.stage} options={stages} empty={keep} optional />
        ) : null}
        {choices.map(({ id, label, options }) => (
          <SelectField key={id} name={`custom.${id}`} label={label} options={options} empty={keep} optional />
        ))}
        {tags ? (
          <>
            <TextField name="addTags" label={t("addTags")} help={used ?? t("tagsHelp")} optional />
            <TextField name="removeTags" label={t("removeTags")} help={t("tagsHelp")} optional />
          </>
        ) : null}
        <TextField name="reason" label={t("reason")} help={t("reasonHelp")} optional />
      </FormSection>
      <BulkPreview
        preview={preview}
        failure={failure}
        busy={busy}
        labels={labels}
        choices={choices}
        words={{ cluster: clusters ?? [], stage: stages ?? [] }}
      />
    </RecordForm>
  );
}
