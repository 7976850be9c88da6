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
  completeActionItemAction,
  dropActionItemAction,
  reopenActionItemAction,
} from "@/lib/domain/action-items/actions";
import {
  completeActionItemSchema,
  dropActionItemSchema,
  reopenActionItemSchema,
} from "@/lib/domain/action-items/schema";
import type { ActionResult } from "@/lib/platform/action/result";
import type { ActionItemVerb } from "./action-item-verbs";

type Props = { id: string; version: number; today: string };

/** One question for each verb. */
export function ActionItemVerbForm({ verb, ...props }: Props & { verb: ActionItemVerb }) {
  const t = useTranslations("action-items");
  switch (verb) {
    case "complete":
      return (
        <VerbForm
          {...props}
          verb={verb}
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
          {...props}
          verb={verb}
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
          {...props}
          verb={verb}
          schema={reopenActionItemSchema}
          action={reopenActionItemAction}
          values={{ reason: "" }}
        >
          <TextField name="reason" label={t("reason")} />
        </VerbForm>
      );
  }
}

function VerbForm<Schema extends z.ZodType>(
  props: Props & {
    verb: ActionItemVerb;
    schema: Schema;
    action: (input: z.input<Schema>) => Promise<ActionResult<{ id: string }>>;
    values: Record<string, unknown>;
    children: ReactNode;
  },
) {
  const t = useTranslations("action-items");
  const back = `/action-items/${props.id}`;
  const record = useRecordForm({
    schema: props.schema,
    action: props.action,
    // The verb's own fields beside the item and the version that was seen.
    defaultValues: { id: props.id, version: props.version, ...props.values } as never,
    onSaved: () => back,
  });
  return (
    <RecordForm record={record} submitLabel={t(props.verb)} cancelHref={back}>
      <FormSection help={t(`${props.verb}Help`)}>{props.children}</FormSection>
    </RecordForm>
  );
}
