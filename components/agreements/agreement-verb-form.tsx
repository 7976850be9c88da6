"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { z } from "zod";
import { DateField } from "@/components/ui/form/date-field";
import { Wide } from "@/components/ui/form/form-section";
import { TextField } from "@/components/ui/form/text-field";
import { TextareaField } from "@/components/ui/form/textarea-field";
import { VerbForm } from "@/components/ui/form/verb-form";
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
import type { AgreementVerb } from "./agreement-verbs";

type Props = { id: string; version: number; today: string };

/** One question for each thing that can happen to an agreement: when, what, and where it is written. */
export function AgreementVerbForm({ verb, ...props }: Props & { verb: AgreementVerb }) {
  const t = useTranslations("agreements");
  switch (verb) {
    case "extend":
      return (
        <EventForm
          {...props}
          schema={extendAgreementSchema}
          action={extendAgreementAction}
          submitLabel={t("extend")}
          help={t("extendHelp")}
          values={{ expiresOn: "" }}
        >
          <DateField name="expiresOn" label={t("newExpiresOn")} />
        </EventForm>
      );
    case "addendum":
      return (
        <EventForm
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
        <EventForm
          {...props}
          schema={terminateAgreementSchema}
          action={terminateAgreementAction}
          submitLabel={t("terminate")}
          help={t("terminateHelp")}
          values={{ reason: "" }}
        >
          <TextField name="reason" label={t("reason")} />
        </EventForm>
      );
  }
}

/** What every event has: its day, where it is written, and a word in either language; the verb's own stands between. */
function EventForm<Schema extends z.ZodType>({
  children,
  values,
  ...props
}: Omit<Parameters<typeof VerbForm<Schema>>[0], "back" | "of" | "children"> &
  Props & { help: string; submitLabel: string; children?: ReactNode }) {
  const t = useTranslations("agreements");
  const event = { on: props.today, textZh: "", textEn: "", evidence: "" };
  return (
    <VerbForm {...props} of={props} back={`/agreements/${props.id}`} values={{ ...event, ...values }}>
      <DateField name="on" label={t("on")} />
      {children}
      <TextField name="evidence" label={t("evidence")} help={t("evidenceHelp")} />
      <Wide>
        <TextareaField name="textZh" label={t("textZh")} lang="zh-CN" optional />
      </Wide>
      <Wide>
        <TextareaField name="textEn" label={t("textEn")} lang="en" optional />
      </Wide>
    </VerbForm>
  );
}
