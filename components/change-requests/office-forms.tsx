"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormSection, Wide } from "@/components/ui/form/form-section";
import { RecordForm } from "@/components/ui/form/record-form";
import { SelectField, type SelectOption } from "@/components/ui/form/select-field";
import { TextareaField } from "@/components/ui/form/textarea-field";
import { useRecordForm } from "@/components/ui/form/use-record-form";
import { LiveButton } from "@/components/ui/live-button";
import { showToast } from "@/components/ui/toast";
import { assignChangeRequestAction, sendBackChangeRequestAction } from "@/lib/domain/change-requests/actions";
import { assignChangeRequestSchema, sendBackChangeRequestSchema } from "@/lib/domain/change-requests/schema";
import { translateMessage } from "@/lib/platform/i18n/translate-message";
import styles from "./change-requests.module.css";

type Of = { id: string; version: number };

/** The whole goes back to the firm, with what is to be mended. */
export function SendBackForm({ of }: { of: Of }) {
  const t = useTranslations("change-requests");
  const record = useRecordForm({
    schema: sendBackChangeRequestSchema,
    action: sendBackChangeRequestAction,
    defaultValues: { ...of, comment: "" },
    savedMessage: t("sentBack"),
  });
  return (
    <RecordForm record={record} submitLabel={t("sendBack")} noCancel>
      <FormSection title={t("sendBack")} help={t("sendBackHelp")}>
        <Wide>
          <TextareaField name="comment" label={t("sendBackComment")} />
        </Wide>
      </FormSection>
    </RecordForm>
  );
}

/** Who of the office looks after it. */
export function AssignForm(props: {
  of: Of;
  ownerId: string | null;
  me: string | null;
  owners: SelectOption[];
}) {
  const { of, ownerId, me, owners } = props;
  const all = useTranslations();
  const t = useTranslations("change-requests");
  const router = useRouter();
  const [pending, setPending] = useState(false);
  const record = useRecordForm({
    schema: assignChangeRequestSchema,
    action: assignChangeRequestAction,
    defaultValues: { ...of, ownerId: ownerId ?? "" },
    savedMessage: t("assigned"),
  });

  async function take() {
    setPending(true);
    const result = await assignChangeRequestAction({ ...of, ownerId: me ?? "" });
    setPending(false);
    if (result.ok) showToast({ message: t("assigned"), changeSetId: result.changeSetId });
    else showToast({ message: translateMessage(all, result.message) });
    router.refresh();
  }

  return (
    <RecordForm record={record} submitLabel={t("save")} noCancel>
      <FormSection title={t("assign")}>
        <SelectField name="ownerId" label={t("owner")} options={owners} empty={t("nobody")} optional />
        {me && me !== ownerId ? (
          <div className={styles.verbs}>
            <LiveButton onClick={take} aria-disabled={pending || undefined}>
              {t("assignMe")}
            </LiveButton>
          </div>
        ) : null}
      </FormSection>
    </RecordForm>
  );
}
