"use client";

import { useTranslations } from "next-intl";
import { SelectField } from "@/components/ui/form/select-field";
import { TextField } from "@/components/ui/form/text-field";
import { VerbForm } from "@/components/ui/form/verb-form";
import {
  cancelRoundAction,
  closeRoundAction,
  openRoundAction,
  setRoundStandingAction,
} from "@/lib/domain/return-rounds/actions";
import {
  cancelRoundSchema,
  closeRoundSchema,
  openRoundSchema,
  setStandingSchema,
} from "@/lib/domain/return-rounds/schema";

type Props = {
  verb: "open" | "close" | "cancel" | "standing";
  of: { id: string; version: number };
  help: string;
  /** What its figures may be called next. */
  standings: readonly string[];
};

/** What can be done to a round, each with its one question. */
export function RoundVerbForm({ verb, of, help, standings }: Props) {
  const t = useTranslations("return-rounds");
  const shared = { of, help, back: `/return-rounds/${of.id}` };
  const reason = <TextField name="reason" label={t("reason")} optional />;
  if (verb === "open") {
    return (
      <VerbForm
        {...shared}
        schema={openRoundSchema}
        action={openRoundAction}
        values={{}}
        submitLabel={t("open")}
      >
        {null}
      </VerbForm>
    );
  }
  if (verb === "close") {
    return (
      <VerbForm
        {...shared}
        schema={closeRoundSchema}
        action={closeRoundAction}
        values={{ reason: "" }}
        submitLabel={t("close")}
      >
        {reason}
      </VerbForm>
    );
  }
  if (verb === "cancel") {
    return (
      <VerbForm
        {...shared}
        back="/return-rounds"
        schema={cancelRoundSchema}
        action={cancelRoundAction}
        values={{ reason: "" }}
        submitLabel={t("cancel")}
      >
        {reason}
      </VerbForm>
    );
  }
  return (
    <VerbForm
      {...shared}
      schema={setStandingSchema}
      action={setRoundStandingAction}
      values={{ standing: standings[0] ?? "", reason: "" }}
      submitLabel={t("setStanding")}
    >
      <SelectField
        name="standing"
        label={t("standingLabel")}
        options={standings.map((value) => ({ value, label: t(`standing.${value}`) }))}
      />
      {reason}
    </VerbForm>
  );
}
