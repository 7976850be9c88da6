"use client";

import { useTranslations } from "next-intl";
import { ComboField, type ComboOption } from "@/components/ui/form/combo-field";
import { DateField } from "@/components/ui/form/date-field";
import { FormSection, Wide } from "@/components/ui/form/form-section";
import { MoneyField } from "@/components/ui/form/money-field";
import { RecordForm } from "@/components/ui/form/record-form";
import { SelectField } from "@/components/ui/form/select-field";
import { TextField } from "@/components/ui/form/text-field";
import { TextareaField } from "@/components/ui/form/textarea-field";
import { useRecordForm } from "@/components/ui/form/use-record-form";
import { searchAgreementsAction } from "@/lib/domain/agreements/actions";
import { searchEnterprisesAction } from "@/lib/domain/enterprises/actions";
import { createInstrumentAction, updateInstrumentAction } from "@/lib/domain/instruments/actions";
import type { InstrumentDto } from "@/lib/domain/instruments/dto";
import { instrumentKindLabel } from "@/lib/domain/instruments/labels";
import {
  createInstrumentSchema,
  instrumentKinds,
  updateInstrumentSchema,
} from "@/lib/domain/instruments/schema";
import { currencies } from "@/lib/platform/values/currencies";

type Props = {
  instrument?: InstrumentDto;
  issuer: ComboOption | null;
  agreement: ComboOption | null;
  today: string;
};

/** A bond or another instrument, with the rate that was agreed for it. */
export function InstrumentForm({ instrument, issuer, agreement, today }: Props) {
  const t = useTranslations("instruments");
  const all = useTranslations();
  const onSaved = ({ id }: { id: string }) => `/instruments/${id}`;
  const shared = {
    code: instrument?.code ?? "",
    nameZh: instrument?.nameZh ?? "",
    nameEn: instrument?.nameEn ?? "",
    kind: instrument?.kind ?? ("GREEN_BOND" as const),
    issuerId: instrument?.issuerId ?? "",
    issuerZh: instrument?.issuerZh ?? "",
    issuerEn: instrument?.issuerEn ?? "",
    amount: {
      amount: instrument?.amount.amount ?? "",
      currency: (instrument?.amount.currency ?? "USD") as "USD",
    },
    pricedOn: instrument?.pricedOn ?? today,
    rateUsed: instrument?.rateUsed ?? "",
    rateBase: (instrument?.rateBase ?? "") as "",
    rateQuote: (instrument?.rateQuote ?? "") as "",
    rateSource: instrument?.rateSource ?? "",
    maturesOn: instrument?.maturesOn ?? "",
    useZh: instrument?.useZh ?? "",
    useEn: instrument?.useEn ?? "",
    agreementId: instrument?.agreementId ?? "",
  };
  const creating = useRecordForm({
    schema: createInstrumentSchema,
    action: createInstrumentAction,
    defaultValues: shared,
    onSaved,
  });
  const editing = useRecordForm({
    schema: updateInstrumentSchema,
    action: updateInstrumentAction,
    defaultValues: { ...shared, id: instrument?.id ?? "", version: instrument?.version ?? 0 },
    onSaved,
  });
  const kinds = instrumentKinds.map((kind) => ({ value: kind, label: all(instrumentKindLabel(kind)) }));
  const pairs = currencies.map((currency) => ({ value: currency, label: currency }));
  return (
    <RecordForm
      record={instrument ? editing : creating}
      cancelHref={instrument ? `/instruments/${instrument.id}` : "/instruments"}
    >
      <FormSection title={t("basics")}>
        <TextField name="code" label={t("code")} autoFocus />
        <SelectField name="kind" label={t("kindLabel")} options={kinds} />
        <TextField name="nameZh" label={t("nameZh")} lang="zh-CN" optional />
        <TextField name="nameEn" label={t("nameEn")} lang="en" optional />
        <MoneyField name="amount" label={t("amount")} />
        <DateField name="pricedOn" label={t("pricedOn")} />
        <DateField name="maturesOn" label={t("maturesOn")} optional />
        <ComboField
          name="agreementId"
          label={t("agreement")}
          search={searchAgreementsAction}
          initial={agreement}
          optional
        />
      </FormSection>
      <FormSection title={t("issuer")} help={t("issuerHelp")}>
        <ComboField
          name="issuerId"
          label={t("issuerFirm")}
          search={searchEnterprisesAction}
          initial={issuer}
          optional
        />
        <TextField name="issuerZh" label={t("issuerZh")} lang="zh-CN" optional />
        <TextField name="issuerEn" label={t("issuerEn")} lang="en" optional />
      </FormSection>
      <FormSection title={t("rate")} help={t("rateHelp")}>
        <SelectField name="rateBase" label={t("rateBase")} options={pairs} optional />
        <TextField name="rateUsed" label={t("rateUsed")} optional />
        <SelectField name="rateQuote" label={t("rateQuote")} options={pairs} optional />
        <TextField name="rateSource" label={t("rateSource")} optional />
      </FormSection>
      <FormSection title={t("use")}>
        <Wide>
          <TextareaField name="useZh" label={t("useZh")} lang="zh-CN" optional />
        </Wide>
        <Wide>
          <TextareaField name="useEn" label={t("useEn")} lang="en" optional />
        </Wide>
      </FormSection>
    </RecordForm>
  );
}
