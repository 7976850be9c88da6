"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Banner } from "@/components/ui/banner";
import { RecordForm } from "@/components/ui/form/record-form";
import { useRecordForm } from "@/components/ui/form/use-record-form";
import { proveJoinRequestAction } from "@/lib/domain/memberships/actions";
import { proveJoinRequestSchema } from "@/lib/domain/memberships/schema";

/** One button that uses the link up. */
export function ProveForm({ token }: { token: string }) {
  const t = useTranslations("memberships.join");
  const [proven, setProven] = useState(false);
  const record = useRecordForm({
    schema: proveJoinRequestSchema,
    action: async (input) => {
      const result = await proveJoinRequestAction(input);
      if (result.ok) setProven(true);
      return result;
    },
    defaultValues: { token },
    savedMessage: "",
    draft: false,
  });
  if (proven)
    return (
      <Banner title={t("checkedTitle")} role="status">
        {t("checkedText")}
      </Banner>
    );
  return (
    <RecordForm record={record} submitLabel={t("checkButton")} noCancel>
      {null}
    </RecordForm>
  );
}
