"use client";

import { useTranslations } from "next-intl";
import { CheckboxField } from "@/components/ui/form/checkbox-field";
import { ComboField, type ComboOption } from "@/components/ui/form/combo-field";
import { DateField } from "@/components/ui/form/date-field";
import { FormSection, Wide } from "@/components/ui/form/form-section";
import { NumberField } from "@/components/ui/form/number-field";
import { RecordForm } from "@/components/ui/form/record-form";
import { RowsField } from "@/components/ui/form/rows-field";
import { TextField } from "@/components/ui/form/text-field";
import { TextareaField } from "@/components/ui/form/textarea-field";
import { useRecordForm } from "@/components/ui/form/use-record-form";
import { searchEnterprisesAction } from "@/lib/domain/enterprises/actions";
import { createLeaseAction, searchLeasesAction, updateLeaseAction } from "@/lib/domain/leases/actions";
import { createLeaseSchema, updateLeaseSchema } from "@/lib/domain/leases/schema";
import { searchUnitsAction } from "@/lib/domain/units/actions";

type Line = { unitId: string; area: string; seats: string; lineFrom: string; lineTo: string };

export type LeaseFormValues = {
  leaseNo: string;
  enterpriseId: string;
  signedOn: string;
  startsOn: string;
  endsOn: string;
  movedInOn: string;
  terminatedOn: string;
  movedOutOn: string;
  breakOn: string;
  holdover: boolean;
  renewalOfId: string;
  subleaseOfId: string;
  note: string;
  lines: Line[];
};

type Props = {
  values: LeaseFormValues;
  /** The lease being changed; none for a new one. */
  existing?: { id: string; version: number };
  /** What the ids in `values` are called. */
  names: Record<string, ComboOption>;
};

const blankLine: Line = { unitId: "", area: "", seats: "", lineFrom: "", lineTo: "" };

/** Firm, units and dates of a lease. */
export function LeaseForm({ values, existing, names }: Props) {
  const t = useTranslations("leases");
  const onSaved = ({ id }: { id: string }) => `/leases/${id}`;
  const creating = useRecordForm({
    schema: createLeaseSchema,
    action: createLeaseAction,
    defaultValues: values,
    onSaved,
  });
  const editing = useRecordForm({
    schema: updateLeaseSchema,
    action: updateLeaseAction,
    defaultValues: { ...values, id: existing?.id ?? "", version: existing?.version ?? 0, reason: "" },
    onSaved,
  });
  return (
    <RecordForm
      record={existing ? editing : creating}
      cancelHref={existing ? `/leases/${existing.id}` : "/leases"}
    >
      <FormSection title={t("who")}>
        <TextField name="leaseNo" label={t("leaseNo")} autoFocus />
        <ComboField
          name="enterpriseId"
          label={t("enterprise")}
          search={searchEnterprisesAction}
          initial={names[values.enterpriseId] ?? null}
        />
      </FormSection>
      <FormSection title={t("when")}>
        <DateField name="startsOn" label={t("startsOn")} />
        <DateField name="endsOn" label={t("endsOn")} />
        <DateField name="signedOn" label={t("signedOn")} optional />
        <DateField name="movedInOn" label={t("movedInOn")} optional />
      </FormSection>
      <RowsField
        name="lines"
        title={t("lines")}
        addLabel={t("addLine")}
        removeLabel={t("removeLine")}
        blank={blankLine}
        least={1}
      >
        {(path, i) => (
          <>
            <ComboField
              name={`${path}.unitId`}
              label={t("unit")}
              search={searchUnitsAction}
              initial={names[values.lines[i]?.unitId ?? ""] ?? null}
            />
            <NumberField name={`${path}.area`} label={t("area")} help={t("areaHelp")} optional />
            <NumberField name={`${path}.seats`} label={t("seats")} optional />
          </>
        )}
      </RowsField>
      <FormSection title={t("more")}>
        <ComboField
          name="renewalOfId"
          label={t("renewalOf")}
          search={searchLeasesAction}
          initial={names[values.renewalOfId] ?? null}
          optional
        />
        <ComboField
          name="subleaseOfId"
          label={t("subleaseOf")}
          search={searchLeasesAction}
          initial={names[values.subleaseOfId] ?? null}
          optional
        />
        <DateField name="breakOn" label={t("breakOn")} optional />
        {existing ? (
          <>
            <DateField name="terminatedOn" label={t("terminatedOn")} optional />
            <DateField name="movedOutOn" label={t("movedOutOn")} optional />
          </>
        ) : null}
        <CheckboxField name="holdover" label={t("holdover")} help={t("holdoverHelp")} />
        <Wide>
          <TextareaField name="note" label={t("note")} optional />
        </Wide>
        {existing ? <TextField name="reason" label={t("reason")} optional /> : null}
      </FormSection>
    </RecordForm>
  );
}
