"use client";

import { useTranslations } from "next-intl";
import { z } from "zod";
import { ComboField } from "@/components/ui/form/combo-field";
import { FormSection, Wide } from "@/components/ui/form/form-section";
import { RecordForm } from "@/components/ui/form/record-form";
import { useRecordForm } from "@/components/ui/form/use-record-form";
import { searchEnterprisesAction } from "@/lib/domain/enterprises/actions";

const schema = z.object({ with: z.uuid("errors.choose") });

/** Which other record of the firm is meant; nothing is saved before both were seen side by side. */
export function MergePick({ id }: { id: string }) {
  const t = useTranslations("enterprises.merge");
  const record = useRecordForm({
    schema,
    action: async (input) => ({ ok: true as const, data: input }),
    defaultValues: { with: "" },
    draft: false,
    savedMessage: "",
    onSaved: (picked) => `/enterprises/${id}/merge?with=${picked.with}`,
  });
  return (
    <RecordForm record={record} submitLabel={t("compare")} cancelHref={`/enterprises/${id}`}>
      <FormSection title={t("pick")} help={t("pickHelp")}>
        <Wide>
          <ComboField
            name="with"
            label={t("other")}
            search={async (query) =>
              (await searchEnterprisesAction(query)).filter((firm) => firm.value !== id)
            }
          />
        </Wide>
      </FormSection>
    </RecordForm>
  );
}
