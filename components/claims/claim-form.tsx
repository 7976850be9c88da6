"use client";

import { useTranslations } from "next-intl";
import { DateField } from "@/components/ui/form/date-field";
import { FormSection, Wide } from "@/components/ui/form/form-section";
import { RecordForm } from "@/components/ui/form/record-form";
import { RowsField } from "@/components/ui/form/rows-field";
import { TextField } from "@/components/ui/form/text-field";
import { TextareaField } from "@/components/ui/form/textarea-field";
import { useRecordForm } from "@/components/ui/form/use-record-form";
import { createClaimAction, updateClaimAction } from "@/lib/domain/claims/actions";
import type { ClaimDto } from "@/lib/domain/claims/dto";
import { createClaimSchema, updateClaimSchema } from "@/lib/domain/claims/schema";
import { BindingFields } from "./binding-fields";

type Props = {
  claim?: ClaimDto;
  /** What the records that figures are counted over are called, by their ids. */
  names: Record<string, string>;
  today: string;
};

const blank = {
  metric: "TENANTS" as const,
  scope: "ZONE" as const,
  scopeId: "",
  currency: "" as const,
  comparison: "AT_LEAST" as const,
  said: "",
};

/** A sentence that was published, and what of it can be held against the record. */
export function ClaimForm({ claim, names, today }: Props) {
  const t = useTranslations("claims");
  const onSaved = ({ id }: { id: string }) => `/claims/${id}`;
  const shared = {
    code: claim?.code ?? "",
    textZh: claim?.textZh ?? "",
    textEn: claim?.textEn ?? "",
    publishedOn: claim?.publishedOn ?? today,
    publishedIn: claim?.publishedIn ?? "",
    asOf: claim?.asOf ?? today,
    bindings:
      claim?.bindings.map(({ metric, scope, scopeId, currency, comparison, said }) => ({
        ...{ metric, scope, scopeId: scopeId ?? "", comparison, said },
        currency: (currency ?? "") as "",
      })) ?? [],
  };
  const creating = useRecordForm({
    schema: createClaimSchema,
    action: createClaimAction,
    defaultValues: shared,
    onSaved,
  });
  const editing = useRecordForm({
    schema: updateClaimSchema,
    action: updateClaimAction,
    defaultValues: { ...shared, id: claim?.id ?? "", version: claim?.version ?? 0 },
    onSaved,
  });
  return (
    <RecordForm record={claim ? editing : creating} cancelHref={claim ? `/claims/${claim.id}` : "/claims"}>
      <FormSection title={t("basics")}>
        <TextField name="code" label={t("code")} autoFocus />
        <TextField name="publishedIn" label={t("publishedIn")} optional />
        <DateField name="publishedOn" label={t("publishedOn")} />
        <DateField name="asOf" label={t("asOf")} />
        <Wide>
          <TextareaField name="textZh" label={t("textZh")} lang="zh-CN" optional />
        </Wide>
        <Wide>
          <TextareaField name="textEn" label={t("textEn")} lang="en" optional />
        </Wide>
      </FormSection>
      <RowsField
        name="bindings"
        title={t("bindings")}
        help={t("bindingsHelp")}
        addLabel={t("addBinding")}
        removeLabel={t("removeBinding")}
        blank={blank}
      >
        {(path) => <BindingFields path={path} names={names} />}
      </RowsField>
    </RecordForm>
  );
}
