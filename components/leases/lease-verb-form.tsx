"use client";

import { useTranslations } from "next-intl";
import { DateField } from "@/components/ui/form/date-field";
import { TextField } from "@/components/ui/form/text-field";
import { VerbForm } from "@/components/ui/form/verb-form";
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
import type { LeaseVerb } from "./lease-verbs";

type Lease = { id: string; version: number; startsOn: string; endsOn: string; holdover: boolean };
type Props = { lease: Lease; today: string };

export function LeaseVerbForm({ verb, ...props }: Props & { verb: LeaseVerb }) {
  const t = useTranslations("leases");
  const { lease, today } = props;
  const lastDay = lease.endsOn < today && !lease.holdover ? lease.endsOn : today;
  const common = { of: lease, back: `/leases/${lease.id}` };
  switch (verb) {
    case "move-in":
      return (
        <VerbForm
          {...common}
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
          {...common}
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
          {...common}
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
          {...common}
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
