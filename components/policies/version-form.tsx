"use client";

import { useTranslations } from "next-intl";
import { DateField } from "@/components/ui/form/date-field";
import { FormSection, Wide } from "@/components/ui/form/form-section";
import { RecordForm } from "@/components/ui/form/record-form";
import { TextField } from "@/components/ui/form/text-field";
import { TextareaField } from "@/components/ui/form/textarea-field";
import { useRecordForm } from "@/components/ui/form/use-record-form";
import {
  addPolicyVersionAction,
  endPolicyVersionAction,
  removePolicyVersionAction,
  updatePolicyVersionAction,
} from "@/lib/domain/policies/actions";
import type { PolicyVersionDto } from "@/lib/domain/policies/dto";
import {
  addVersionSchema,
  endVersionSchema,
  removeVersionSchema,
  updateVersionSchema,
} from "@/lib/domain/policies/schema";

type Of = { id: string; version: number };

/** A text of the policy with its days: a new one, or what corrects one. */
export function VersionForm({ id, version, text }: Of & { text?: PolicyVersionDto }) {
  const t = useTranslations("policies");
  const onSaved = () => `/policies/${id}`;
  const shared = {
    ...{ id, version },
    inForceFrom: text?.inForceFrom ?? "",
    inForceTo: text?.inForceTo ?? "",
    summaryZh: text?.summaryZh ?? "",
    summaryEn: text?.summaryEn ?? "",
    textZh: text?.textZh ?? "",
    textEn: text?.textEn ?? "",
  };
  const adding = useRecordForm({
    schema: addVersionSchema,
    action: addPolicyVersionAction,
    defaultValues: shared,
    onSaved,
  });
  const correcting = useRecordForm({
    schema: updateVersionSchema,
    action: updatePolicyVersionAction,
    defaultValues: { ...shared, number: `${text?.number ?? ""}` },
    onSaved,
  });
  return (
    <RecordForm record={text ? correcting : adding} cancelHref={`/policies/${id}`}>
      <FormSection title={t("inForce")} help={text ? undefined : t("addVersionHelp")}>
        <DateField name="inForceFrom" label={t("inForceFrom")} />
        <DateField name="inForceTo" label={t("inForceTo")} help={t("inForceToHelp")} optional />
      </FormSection>
      <FormSection title={t("text")}>
        <Wide>
          <TextareaField name="summaryZh" label={t("summaryZh")} lang="zh-CN" optional />
        </Wide>
        <Wide>
          <TextareaField name="summaryEn" label={t("summaryEn")} lang="en" optional />
        </Wide>
        <Wide>
          <TextareaField name="textZh" label={t("textZh")} lang="zh-CN" rows={8} optional />
        </Wide>
        <Wide>
          <TextareaField name="textEn" label={t("textEn")} lang="en" rows={8} optional />
        </Wide>
      </FormSection>
    </RecordForm>
  );
}

/** Repeals a text: up to which day it is in force, and why it is not after. */
export function EndVersionForm({ id, version, number, today }: Of & { number: number; today: string }) {
  const t = useTranslations("policies");
  const record = useRecordForm({
    schema: endVersionSchema,
    action: endPolicyVersionAction,
    defaultValues: { id, version, number: `${number}`, inForceTo: today, reason: "" },
    onSaved: () => `/policies/${id}`,
  });
  return (
    <RecordForm record={record} submitLabel={t("versionVerbs.end")} cancelHref={`/policies/${id}`}>
      <FormSection help={t("endHelp")}>
        <DateField name="inForceTo" label={t("inForceTo")} />
        <TextField name="reason" label={t("reason")} />
      </FormSection>
    </RecordForm>
  );
}

/** Takes a text back that was entered by mistake. */
export function RemoveVersionForm({ id, version, number }: Of & { number: number }) {
  const t = useTranslations("policies");
  const record = useRecordForm({
    schema: removeVersionSchema,
    action: removePolicyVersionAction,
    defaultValues: { id, version, number: `${number}`, reason: "" },
    onSaved: () => `/policies/${id}`,
  });
  return (
    <RecordForm record={record} submitLabel={t("versionVerbs.remove")} cancelHref={`/policies/${id}`}>
      <FormSection help={t("removeHelp")}>
        <TextField name="reason" label={t("reason")} autoFocus />
      </FormSection>
    </RecordForm>
  );
}
