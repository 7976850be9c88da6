"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Wide } from "@/components/ui/form/form-section";
import { SelectField, type SelectOption } from "@/components/ui/form/select-field";
import { TextareaField } from "@/components/ui/form/textarea-field";
import { VerbForm } from "@/components/ui/form/verb-form";
import { LiveButton } from "@/components/ui/live-button";
import { showToast } from "@/components/ui/toast";
import { assignChangeRequestAction, sendBackChangeRequestAction } from "@/lib/domain/change-requests/actions";
import {
  assignChangeRequestSchema,
  requestStates,
  sendBackChangeRequestSchema,
} from "@/lib/domain/change-requests/schema";
import { translateMessage } from "@/lib/platform/i18n/translate-message";

type Of = { id: string; version: number };

const isState = (state: unknown): state is (typeof requestStates)[number] =>
  requestStates.some((known) => known === state);

/** The whole goes back to the firm, with what is to be mended. */
export function SendBackForm({ of }: { of: Of }) {
  const t = useTranslations("change-requests");
  return (
    <VerbForm
      of={of}
      back={`/change-requests/${of.id}`}
      schema={sendBackChangeRequestSchema}
      action={sendBackChangeRequestAction}
      values={{ comment: "" }}
      submitLabel={t("sendBack")}
      help={t("sendBackHelp")}
      decision={{
        now: ({ state }) => (isState(state) ? t("nowIs", { state: t(`state.${state}`) }) : null),
      }}
    >
      <Wide>
        <TextareaField name="comment" label={t("sendBackComment")} />
      </Wide>
    </VerbForm>
  );
}

/** Who of the office looks after it. */
export function AssignForm(props: { of: Of; ownerId: string | null; owners: SelectOption[] }) {
  const { of, ownerId, owners } = props;
  const t = useTranslations("change-requests");
  return (
    <VerbForm
      of={of}
      back={`/change-requests/${of.id}`}
      schema={assignChangeRequestSchema}
      action={assignChangeRequestAction}
      values={{ ownerId: ownerId ?? "" }}
    >
      <SelectField name="ownerId" label={t("owner")} options={owners} empty={t("nobody")} optional />
    </VerbForm>
  );
}

/** It is mine from now on. */
export function TakeButton({ of, me }: { of: Of; me: string }) {
  const all = useTranslations();
  const t = useTranslations("change-requests");
  const router = useRouter();
  const [pending, setPending] = useState(false);

  async function take() {
    if (pending) return;
    setPending(true);
    const result = await assignChangeRequestAction({ ...of, ownerId: me });
    setPending(false);
    if (result.ok) showToast({ message: t("assigned"), changeSetId: result.changeSetId });
    else showToast({ message: translateMessage(all, result.message) });
    router.refresh();
  }

  return (
    <LiveButton onClick={take} aria-disabled={pending || undefined}>
      {t("assignMe")}
    </LiveButton>
  );
}
