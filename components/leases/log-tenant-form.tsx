"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { AppLink } from "@/components/ui/app-link";
import { CheckboxField } from "@/components/ui/form/checkbox-field";
import { DateField } from "@/components/ui/form/date-field";
import { FormSection } from "@/components/ui/form/form-section";
import { NumberField } from "@/components/ui/form/number-field";
import { RecordForm } from "@/components/ui/form/record-form";
import { TextField } from "@/components/ui/form/text-field";
import { useRecordForm } from "@/components/ui/form/use-record-form";
import { logTenancyAction } from "@/lib/domain/leases/actions";
import { logTenancySchema } from "@/lib/domain/leases/schema";
import { blankTenancy, type TenancyValues } from "./log-blank";
import { LogFirm } from "./log-firm";
import { LogUnits } from "./log-units";
import type { PreparedTenancy } from "./log-values";

type Logged = { id: string; leaseNo: string };

/** Firm, dates, units and people of a new tenant on one screen; saved, it is ready for the next. */
export function LogTenantForm({ values, names, parks, countries, nextNo }: PreparedTenancy) {
  const t = useTranslations("leases");
  const [logged, setLogged] = useState<Logged | null>(null);
  const record = useRecordForm({
    schema: logTenancySchema,
    action: logTenancyAction,
    defaultValues: values,
    savedMessage: t("logged"),
    next: (saved) => blankTenancy(saved as TenancyValues),
    onSaved: (lease: Logged) => {
      setLogged(lease);
      return undefined;
    },
  });
  const { form } = record;

  // The next one begins where this one did.
  useEffect(() => {
    if (logged) form.setFocus("enterpriseId");
  }, [logged, form]);

  const year = String(form.watch("startsOn")).slice(0, 4);
  const numbered = nextNo.includes(`-${year}-`);
  return (
    <RecordForm record={record} cancelHref="/leases" submitLabel={t("logSave")}>
      <LogFirm countries={countries} initial={names[values.enterpriseId]} refusals={record.refusals} />
      <LogUnits parks={parks} names={names} />
      <FormSection title={t("people")}>
        <NumberField name="headcount" label={t("headcount")} optional />
        <DateField name="headcountOn" label={t("headcountOn")} help={t("headcountOnHelp")} optional />
      </FormSection>
      <FormSection title={t("papers")}>
        <TextField
          name="leaseNo"
          label={t("leaseNo")}
          help={numbered ? t("leaseNoHelp", { no: nextNo }) : t("leaseNoHelpYear", { year })}
          optional
        />
        <DateField name="signedOn" label={t("signedOn")} help={t("signedOnHelp")} optional />
        <CheckboxField name="movedIn" label={t("movedIn")} help={t("movedInHelp")} />
      </FormSection>
      <p role="status">
        {logged
          ? t.rich("justLogged", {
              lease: logged.leaseNo,
              link: (lease) => <AppLink href={`/leases/${logged.id}`}>{lease}</AppLink>,
            })
          : t("logHelp")}
      </p>
    </RecordForm>
  );
}
