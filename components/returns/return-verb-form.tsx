"use client";

import { useTranslations } from "next-intl";
import { DateField } from "@/components/ui/form/date-field";
import { Wide } from "@/components/ui/form/form-section";
import { TextField } from "@/components/ui/form/text-field";
import { TextareaField } from "@/components/ui/form/textarea-field";
import { VerbForm } from "@/components/ui/form/verb-form";
import {
  acceptReturnAction,
  allowLateReturnAction,
  endLateReturnAction,
  exemptReturnAction,
  includeReturnAction,
  sendReturnBackAction,
} from "@/lib/domain/returns/actions";
import {
  acceptReturnSchema,
  allowLateSchema,
  endLateSchema,
  exemptReturnSchema,
  includeReturnSchema,
  returnStates,
  sendBackSchema,
} from "@/lib/domain/returns/schema";

type Props = {
  verb: "accept" | "send-back" | "exempt" | "include" | "allow-late" | "end-late";
  of: { id: string; version: number };
  /** The questions with what was answered, for comments on each. */
  questions: { key: string; label: string }[];
  /** Whether the round's days are over, so that a day must be named until which it may be sent again. */
  over: boolean;
};

const isReturnState = (state: unknown): state is (typeof returnStates)[number] =>
  returnStates.some((known) => known === state);

/** What the office decides on a return, each with its own questions. */
export function ReturnVerbForm({ verb, of, questions, over }: Props) {
  const t = useTranslations("returns");
  const back = `/returns/${of.id}`;
  const decision = {
    now: ({ state, ...theirs }: Record<string, string | null>) => {
      if (isReturnState(state)) return t("nowIs", { state: t(`state.${state}`) });
      return Object.keys(theirs).some((field) => field.startsWith("answers.")) ? t("nowAnswers") : null;
    },
  };
  if (verb === "accept") {
    return (
      <VerbForm
        {...{ of, back, decision, help: t("acceptHelp"), submitLabel: t("accept") }}
        schema={acceptReturnSchema}
        action={acceptReturnAction}
        values={{}}
      >
        {null}
      </VerbForm>
    );
  }
  if (verb === "send-back") {
    return (
      <VerbForm
        {...{ of, back, decision, help: t("sendBackHelp"), submitLabel: t("sendBack") }}
        schema={sendBackSchema}
        action={sendReturnBackAction}
        values={{
          comment: "",
          openUntil: "",
          comments: Object.fromEntries(questions.map(({ key }) => [key, ""])),
        }}
      >
        <Wide>
          <TextareaField name="comment" label={t("comment")} optional />
        </Wide>
        {over ? <DateField name="openUntil" label={t("openUntil")} /> : null}
        {questions.map(({ key, label }) => (
          <Wide key={key}>
            <TextField name={`comments.${key}`} label={label} optional />
          </Wide>
        ))}
      </VerbForm>
    );
  }
  if (verb === "allow-late") {
    return (
      <VerbForm
        {...{ of, back, decision, help: t("allowLateHelp"), submitLabel: t("allowLate") }}
        schema={allowLateSchema}
        action={allowLateReturnAction}
        values={{ openUntil: "", reason: "" }}
      >
        <DateField name="openUntil" label={t("openUntil")} />
        <TextField name="reason" label={t("reason")} />
      </VerbForm>
    );
  }
  if (verb === "end-late") {
    return (
      <VerbForm
        {...{ of, back, decision, help: t("endLateHelp"), submitLabel: t("endLate") }}
        schema={endLateSchema}
        action={endLateReturnAction}
        values={{ reason: "" }}
      >
        <TextField name="reason" label={t("reason")} />
      </VerbForm>
    );
  }
  if (verb === "exempt") {
    return (
      <VerbForm
        {...{ of, back, decision, help: t("exemptHelp"), submitLabel: t("exempt") }}
        schema={exemptReturnSchema}
        action={exemptReturnAction}
        values={{ reason: "" }}
      >
        <TextField name="reason" label={t("reason")} />
      </VerbForm>
    );
  }
  return (
    <VerbForm
      {...{ of, back, decision, help: t("includeHelp"), submitLabel: t("include") }}
      schema={includeReturnSchema}
      action={includeReturnAction}
      values={{ reason: "" }}
    >
      <TextField name="reason" label={t("reason")} optional />
    </VerbForm>
  );
}
