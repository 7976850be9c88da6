"use client";

import { useTranslations } from "next-intl";
import { DateField } from "@/components/ui/form/date-field";
import { FormSection, Wide } from "@/components/ui/form/form-section";
import { RecordForm } from "@/components/ui/form/record-form";
import { SelectField } from "@/components/ui/form/select-field";
import { TextField } from "@/components/ui/form/text-field";
import { TextareaField } from "@/components/ui/form/textarea-field";
import { useRecordForm } from "@/components/ui/form/use-record-form";
import { createRateAction, createRatesAction, updateRateAction } from "@/lib/domain/rates/actions";
import type { RateDto } from "@/lib/domain/rates/dto";
import { createRateSchema, pasteRatesSchema, updateRateSchema } from "@/lib/domain/rates/schema";
import { type Currency, currencies } from "@/lib/platform/values/currencies";

const options = currencies.map((currency) => ({ value: currency, label: currency }));
const known = (text: string | undefined, usual: Currency) =>
  currencies.find((currency) => currency === text) ?? usual;

type Props = {
  rate?: RateDto;
  /** What the address says of a new one: `base`, `quote`, `on`. */
  asked: Record<string, string>;
  today: string;
};

/** What one currency was worth in another on a day, and who says so. */
export function RateForm({ rate, asked, today }: Props) {
  const t = useTranslations("rates");
  const onSaved = ({ id }: { id: string }) => `/rates/${id}`;
  const shared = {
    base: known(rate?.base ?? asked.base, "USD"),
    quote: known(rate?.quote ?? asked.quote, "CNY"),
    on: rate?.on ?? asked.on ?? today,
    rate: rate?.rate ?? "",
    source: rate?.source ?? "",
  };
  const creating = useRecordForm({
    schema: createRateSchema,
    action: createRateAction,
    defaultValues: shared,
    onSaved,
  });
  const editing = useRecordForm({
    schema: updateRateSchema,
    action: updateRateAction,
    defaultValues: { ...shared, id: rate?.id ?? "", version: rate?.version ?? 0 },
    onSaved,
  });
  return (
    <RecordForm record={rate ? editing : creating} cancelHref={rate ? `/rates/${rate.id}` : "/rates"}>
      <FormSection title={t("one")} help={t("help")}>
        <SelectField name="base" label={t("base")} options={options} />
        <SelectField name="quote" label={t("quote")} options={options} />
        <DateField name="on" label={t("on")} />
        <TextField name="rate" label={t("rate")} help={t("rateHelp")} />
        <TextField name="source" label={t("source")} help={t("sourceHelp")} />
      </FormSection>
    </RecordForm>
  );
}

/** Many at once, as they stand in a table. */
export function PasteRatesForm() {
  const t = useTranslations("rates");
  const record = useRecordForm({
    schema: pasteRatesSchema,
    action: createRatesAction,
    defaultValues: { source: "", lines: "" },
    onSaved: () => "/rates",
  });
  return (
    <RecordForm record={record} cancelHref="/rates">
      <FormSection help={t("pasteHelp")}>
        <TextField name="source" label={t("source")} help={t("sourceHelp")} autoFocus />
        <Wide>
          <TextareaField name="lines" label={t("lines")} rows={12} />
        </Wide>
      </FormSection>
    </RecordForm>
  );
}
