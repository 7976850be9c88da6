"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { z } from "zod";
import { DateField } from "@/components/ui/form/date-field";
import { FormSection, Wide } from "@/components/ui/form/form-section";
import { RecordForm } from "@/components/ui/form/record-form";
import { TextField } from "@/components/ui/form/text-field";
import { TextareaField } from "@/components/ui/form/textarea-field";
import { useRecordForm } from "@/components/ui/form/use-record-form";
import {
  addAddendumAction,
  extendAgreementAction,
  terminateAgreementAction,
} from "@/lib/domain/agreements/actions";
import {
  addAddendumSchema,
  extendAgreementSchema,
  terminateAgreementSchema,
} from "@/lib/domain/agreements/schema";
import type { ActionResult } from "@/lib/platform/action/result";
import type { AgreementVerb } from "./agreement-verbs";

type Props = { id: string; version: number; today: string };

/** One question for each thing that can happen to an agreement: when, what, and where it is written. */
export function AgreementVerbForm({ verb, ...props }: Props & { verb: AgreementVerb }) {
  const t = useTranslations("agreements");
  switch (verb) {
    case "extend":
      return (
        <VerbForm
          {...props}
          schema={extendAgreementSchema}
          action={extendAgreementAction}
          submitLabel={t("extend")}
          help={t("extendHelp")}
          values={{ expiresOn: "" }}
        >
          <DateField name="expiresOn" label={t("newExpiresOn")} />
        </VerbForm>
      );
    case "addendum":
      return (
        <VerbForm
          {...props}
          schema={addAddendumSchema}
          action={addAddendumAction}
          submitLabel={t("addendum")}
          help={t("addendumHelp")}
          values={{}}
        />
      );
    case "terminate":
      return (
        <VerbForm
          {...props}
          schema={terminateAgreementSchema}
          action={terminateAgreementAction}
          submitLabel={t("terminate")}
          help={t("terminateHelp")}
          values={{ reason: "" }}
        >
          <TextField name="reason" label={t("reason")} />
        </VerbForm>
      );
  }
}

function VerbForm<Schema extends z.ZodType>(
  props: Props & {
    schema: Schema;
    action: (input: z.input<Schema>) => Promise<ActionResult<{ id: string }>>;
    values: Record<string, unknown>;
    submitLabel: string;
    help: string;
    children?: ReactNode;
  },
) {
  const t = useTranslations("agreements");
  const back = `/agreements/${props.id}`;
  const event = {
    id: props.id,
    version: props.version,
    on: props.today,
    textZh: "",
    textEn: "",
    evidence: "",
  };
  const record = useRecordForm({
    schema: props.schema,
    action: props.action,
    // The verb's own fields beside those that every event has.
    defaultValues: { ...event, ...props.values } as never,
    onSaved: () => back,
  });
  return (
    <RecordForm record={record} submitLabel={props.submitLabel} cancelHref={back}>
      <FormSection help={props.help}>
        <DateField name="on" label={t("on")} />
        {props.children}
        <TextField name="evidence" label={t("evidence")} help={t("evidenceHelp")} />
        <Wide>
          <TextareaField name="textZh" label={t("textZh")} lang="zh-CN" optional />
        </Wide>
        <Wide>
          <TextareaField name="textEn" label={t("textEn")} lang="en" optional />
        </Wide>
      </FormSection>
    </RecordForm>
  );
}
