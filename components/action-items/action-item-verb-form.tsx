"use client";

import { useTranslations } from "next-intl";
import { DateField } from "@/components/ui/form/date-field";
import { Wide } from "@/components/ui/form/form-section";
import { TextField } from "@/components/ui/form/text-field";
import { TextareaField } from "@/components/ui/form/textarea-field";
import { VerbForm } from "@/components/ui/form/verb-form";
import {
  completeActionItemAction,
  dropActionItemAction,
  reopenActionItemAction,
} from "@/lib/domain/action-items/actions";
import {
  completeActionItemSchema,
  dropActionItemSchema,
  reopenActionItemSchema,
} from "@/lib/domain/action-items/schema";
import type { ActionItemVerb } from "./action-item-verbs";

type Props = { id: string; version: number; today: string };

/** One question for each verb. */
export function ActionItemVerbForm({ verb, ...props }: Props & { verb: ActionItemVerb }) {
  const t = useTranslations("action-items");
  const common = {
    of: props,
    back: `/action-items/${props.id}`,
    submitLabel: t(verb),
    help: t(`${verb}Help`),
  };
  switch (verb) {
    case "complete":
      return (
        <VerbForm
          {...common}
          schema={completeActionItemSchema}
          action={completeActionItemAction}
          values={{ doneOn: props.today, result: "" }}
        >
          <DateField name="doneOn" label={t("doneOn")} />
          <Wide>
            <TextareaField name="result" label={t("result")} />
          </Wide>
        </VerbForm>
      );
    case "drop":
      return (
        <VerbForm
          {...common}
          schema={dropActionItemSchema}
          action={dropActionItemAction}
          values={{ droppedOn: props.today, reason: "" }}
        >
          <DateField name="droppedOn" label={t("droppedOn")} />
          <TextField name="reason" label={t("reason")} />
        </VerbForm>
      );
    case "reopen":
      return (
        <VerbForm
          {...common}
          schema={reopenActionItemSchema}
          action={reopenActionItemAction}
          values={{ reason: "" }}
        >
          <TextField name="reason" label={t("reason")} />
        </VerbForm>
      );
  }
}
