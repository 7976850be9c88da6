"use client";

import { useTranslations } from "next-intl";
import { DateField } from "@/components/ui/form/date-field";
import { FormSection } from "@/components/ui/form/form-section";
import { MoneyField } from "@/components/ui/form/money-field";
import { RecordForm } from "@/components/ui/form/record-form";
import { SelectField } from "@/components/ui/form/select-field";
import { TextField } from "@/components/ui/form/text-field";
import { useRecordForm } from "@/components/ui/form/use-record-form";
import { createParkAction, updateParkAction } from "@/lib/domain/parks/actions";
import type { ParkDto } from "@/lib/domain/parks/dto";
import { createParkSchema, updateParkSchema } from "@/lib/domain/parks/schema";

/** A new park, or an existing one with the version that its editor sees. */
export function ParkForm({ park }: { park?: ParkDto }) {
  const t = useTranslations("parks");
  const defaultValues = {
    code: park?.code ?? "",
    nameZh: park?.nameZh ?? "",
    nameEn: park?.nameEn ?? "",
    operator: park?.operator ?? "",
    status: park?.status === "PLANNED" ? ("PLANNED" as const) : ("OPEN" as const),
    openedOn: park?.openedOn ?? "",
    plannedInvestment: {
      amount: park?.plannedInvestment?.amount ?? "",
      currency: (park?.plannedInvestment?.currency ?? "CNY") as "CNY",
    },
  };
  const editing = useRecordForm({
    schema: updateParkSchema,
    action: updateParkAction,
    defaultValues: { ...defaultValues, id: park?.id ?? "", version: park?.version ?? 0 },
    onSaved: ({ id }) => `/parks/${id}`,
  });
  const creating = useRecordForm({
    schema: createParkSchema,
    action: createParkAction,
    defaultValues,
    onSaved: ({ id }) => `/parks/${id}`,
  });
  const statuses = (["PLANNED", "OPEN"] as const).map((value) => ({ value, label: t(`status.${value}`) }));
  return (
    <RecordForm record={park ? editing : creating} cancelHref={park ? `/parks/${park.id}` : "/parks"}>
      <FormSection title={t("basics")}>
        <TextField name="code" label={t("code")} autoFocus />
        <SelectField name="status" label={t("statusLabel")} options={statuses} />
        <TextField name="nameZh" label={t("nameZh")} lang="zh-CN" optional />
        <TextField name="nameEn" label={t("nameEn")} lang="en" optional />
        <TextField name="operator" label={t("operator")} optional />
        <DateField name="openedOn" label={t("openedOn")} optional />
        <MoneyField name="plannedInvestment" label={t("plannedInvestment")} optional />
      </FormSection>
    </RecordForm>
  );
}
