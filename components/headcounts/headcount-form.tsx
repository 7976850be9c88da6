"use client";

import { useTranslations } from "next-intl";
import { DateField } from "@/components/ui/form/date-field";
import { FormSection } from "@/components/ui/form/form-section";
import { NumberField } from "@/components/ui/form/number-field";
import { RecordForm } from "@/components/ui/form/record-form";
import { SelectField, type SelectOption } from "@/components/ui/form/select-field";
import { useRecordForm } from "@/components/ui/form/use-record-form";
import { createHeadcountAction, updateHeadcountAction } from "@/lib/domain/headcounts/actions";
import type { HeadcountDto } from "@/lib/domain/headcounts/dto";
import { createHeadcountSchema, headcountParts, updateHeadcountSchema } from "@/lib/domain/headcounts/schema";

type Props = { headcount?: HeadcountDto; enterpriseId: string; parks: SelectOption[]; today: string };

/** People of one firm in one park on a day, with their parts as far as they are known. */
export function HeadcountForm({ headcount, enterpriseId, parks, today }: Props) {
  const t = useTranslations("headcounts");
  const back = `/enterprises/${enterpriseId}/people`;
  const parts = Object.fromEntries(
    headcountParts.map((part) => [part, `${headcount?.[part] ?? ""}`]),
  ) as Record<(typeof headcountParts)[number], string>;
  const shared = { ...parts, on: headcount?.on ?? today, total: `${headcount?.total ?? ""}` };
  const creating = useRecordForm({
    schema: createHeadcountSchema,
    action: createHeadcountAction,
    defaultValues: { ...shared, enterpriseId, parkId: parks.length === 1 ? (parks[0]?.value ?? "") : "" },
    onSaved: () => back,
  });
  const editing = useRecordForm({
    schema: updateHeadcountSchema,
    action: updateHeadcountAction,
    defaultValues: { ...shared, id: headcount?.id ?? "", version: headcount?.version ?? 0 },
    onSaved: () => back,
  });
  return (
    <RecordForm record={headcount ? editing : creating} cancelHref={back}>
      <FormSection title={t("one")} help={t("help")}>
        {headcount ? null : <SelectField name="parkId" label={t("park")} options={parks} />}
        <DateField name="on" label={t("on")} />
        <NumberField name="total" label={t("total")} />
      </FormSection>
      <FormSection title={t("employed")}>
        <NumberField name="own" label={t("own")} optional />
        <NumberField name="dispatched" label={t("dispatched")} optional />
        <NumberField name="other" label={t("other")} optional />
      </FormSection>
      <FormSection title={t("origin")}>
        <NumberField name="local" label={t("local")} optional />
        <NumberField name="foreign" label={t("foreign")} optional />
      </FormSection>
      <FormSection title={t("time")}>
        <NumberField name="fullTime" label={t("fullTime")} optional />
        <NumberField name="partTime" label={t("partTime")} optional />
      </FormSection>
      <FormSection title={t("skill")}>
        <NumberField name="rAndD" label={t("rAndD")} optional />
        <NumberField name="degree" label={t("degree")} optional />
      </FormSection>
    </RecordForm>
  );
}
