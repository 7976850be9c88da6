"use client";

import { useTranslations } from "next-intl";
import { DateField } from "@/components/ui/form/date-field";
import { FormSection, Wide } from "@/components/ui/form/form-section";
import { MoneyField } from "@/components/ui/form/money-field";
import { RecordForm } from "@/components/ui/form/record-form";
import { SelectField } from "@/components/ui/form/select-field";
import { TextField } from "@/components/ui/form/text-field";
import { useRecordForm } from "@/components/ui/form/use-record-form";
import { addAmountAction, changeAmountAction } from "@/lib/domain/projects/actions";
import { amountKindLabel } from "@/lib/domain/projects/labels";
import type { listAmounts } from "@/lib/domain/projects/queries-records";
import { addAmountSchema, amountKinds, changeAmountSchema } from "@/lib/domain/projects/schema";

export type Amount = Awaited<ReturnType<typeof listAmounts>>[number];

/** Money on a day, planned or spent, with where that is said. */
export function AmountForm(props: { projectId: string; today: string; amount?: Amount }) {
  const { projectId, amount } = props;
  const t = useTranslations("projects");
  const all = useTranslations();
  const back = `/projects/${projectId}/money`;
  const values = {
    kind: amount?.kind ?? ("ACTUAL" as const),
    on: String(amount?.on ?? props.today),
    money: { amount: amount?.amount ?? "", currency: (amount?.currency ?? "CNY") as "CNY" },
    note: amount?.note ?? "",
    source: amount?.source ?? "",
  };
  const adding = useRecordForm({
    schema: addAmountSchema,
    action: addAmountAction,
    defaultValues: { projectId, ...values },
    onSaved: () => back,
  });
  const changing = useRecordForm({
    schema: changeAmountSchema,
    action: changeAmountAction,
    defaultValues: { id: amount?.id ?? "", version: amount?.version ?? 0, ...values },
    onSaved: () => back,
  });
  return (
    <RecordForm record={amount ? changing : adding} cancelHref={back}>
      <FormSection>
        <SelectField
          name="kind"
          label={t("money.kindLabel")}
          options={amountKinds.map((value) => ({ value, label: all(amountKindLabel(value)) }))}
        />
        <DateField name="on" label={t("on")} />
        <MoneyField name="money" label={t("money.amount")} />
        <span />
        <Wide>
          <TextField name="source" label={t("money.source")} />
        </Wide>
        <Wide>
          <TextField name="note" label={t("money.note")} optional />
        </Wide>
      </FormSection>
    </RecordForm>
  );
}
