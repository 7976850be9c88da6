"use client";

import { useTranslations } from "next-intl";
import { RecordForm } from "@/components/ui/form/record-form";
import { useRecordForm } from "@/components/ui/form/use-record-form";
import { acceptReturnsAction } from "@/lib/domain/returns/actions";
import { acceptReturnsSchema } from "@/lib/domain/returns/schema";

/** Takes all answers of a round that nothing had to be explained in; the others are read one by one. */
export function AcceptAllForm({ roundId }: { roundId: string }) {
  const t = useTranslations("return-rounds");
  const record = useRecordForm({
    schema: acceptReturnsSchema,
    action: acceptReturnsAction,
    defaultValues: { roundId, ids: [] },
    savedMessage: t("acceptedAll"),
    draft: false,
  });
  return (
    <RecordForm record={record} submitLabel={t("acceptAll")} noCancel>
      <p>{t("acceptAllHelp")}</p>
    </RecordForm>
  );
}
