"use client";

import { useTranslations } from "next-intl";
import type { z } from "zod";
import { DateField } from "@/components/ui/form/date-field";
import { FormSection } from "@/components/ui/form/form-section";
import { RecordForm } from "@/components/ui/form/record-form";
import { TextField } from "@/components/ui/form/text-field";
import { useRecordForm } from "@/components/ui/form/use-record-form";
import {
  holdOverLeaseAction,
  moveInLeaseAction,
  moveOutLeaseAction,
  terminateLeaseAction,
} from "@/lib/domain/leases/actions";
import {
  holdOverLeaseSchema,
  moveInLeaseSchema,
  moveOutLeaseSchema,
  terminateLeaseSchema,
} from "@/lib/domain/leases/schema";
import type { ActionResult } from "@/lib/platform/action/result";
import type { LeaseVerb } from "./lease-verbs";

type Lease = { id: string; version: number; startsOn: string; endsOn: string; holdover: boolean };
type Props = { lease: Lease; today: string };

export function LeaseVerbForm({ verb, ...props }: Props & { verb: LeaseVerb }) {
  const t = useTranslations("leases");
  const { lease, today } = props;
  const lastDay = lease.endsOn < today && !lease.holdover ? lease.endsOn : today;
  switch (verb) {
    case "move-in":
      return (
        <VerbForm
          {...props}
          schema={moveInLeaseSchema}
          action={moveInLeaseAction}
          values={{ movedInOn: lease.startsOn }}
          help={t("moveInHelp")}
        >
          <DateField name="movedInOn" label={t("movedInOn")} />
        </VerbForm>
      );
    case "terminate":
      return (
        <VerbForm
          {...props}
          schema={terminateLeaseSchema}
          action={terminateLeaseAction}
          values={{ terminatedOn: today, reason: "" }}
          help={t("terminateHelp")}
        >
          <DateField name="terminatedOn" label={t("terminatedOn")} />
          <TextField name="reason" label={t("reason")} optional />
        </VerbForm>
      );
    case "move-out":
      return (
        <VerbForm
          {...props}
          schema={moveOutLeaseSchema}
          action={moveOutLeaseAction}
          values={{ movedOutOn: lastDay }}
          help={t("moveOutHelp")}
        >
          <DateField name="movedOutOn" label={t("movedOutOn")} />
        </VerbForm>
      );
    case "hold-over":
      return (
        <VerbForm
          {...props}
          schema={holdOverLeaseSchema}
          action={holdOverLeaseAction}
          values={{ holdover: !lease.holdover, reason: "" }}
          help={t("holdoverHelp")}
        >
          <TextField name="reason" label={t("reason")} optional />
        </VerbForm>
      );
  }
}

function VerbForm<Schema extends z.ZodType>(
  props: Props & {
    schema: Schema;
    action: (input: z.input<Schema>) => Promise<ActionResult<{ id: string }>>;
    values: Record<string, unknown>;
    help: string;
    children: React.ReactNode;
  },
) {
  const { lease } = props;
  const record = useRecordForm({
    schema: props.schema,
    action: props.action,
    // The verb's own fields beside the lease and the version that was seen.
    defaultValues: { id: lease.id, version: lease.version, ...props.values } as never,
    onSaved: ({ id }) => `/leases/${id}`,
  });
  return (
    <RecordForm record={record} cancelHref={`/leases/${lease.id}`}>
      <FormSection help={props.help}>{props.children}</FormSection>
    </RecordForm>
  );
}
