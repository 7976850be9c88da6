"use client";

import { useTranslations } from "next-intl";
import { FormSection } from "@/components/ui/form/form-section";
import { RecordForm } from "@/components/ui/form/record-form";
import { SelectField } from "@/components/ui/form/select-field";
import { useRecordForm } from "@/components/ui/form/use-record-form";
import { chooseWaysAction } from "@/lib/domain/notifications/actions";
import { wayLabels } from "@/lib/domain/notifications/labels";
import { type ChoosableKind, type Way, ways } from "@/lib/domain/notifications/rules";
import { chooseWaysSchema } from "@/lib/domain/notifications/schema";

/** Of each kind of notice: by mail at once, in the day's summary, or in the app alone. */
export function WaysForm(props: { ways: { kind: ChoosableKind; way: Way }[] }) {
  const t = useTranslations("notifications");
  const all = useTranslations();
  const record = useRecordForm({
    schema: chooseWaysSchema,
    action: chooseWaysAction,
    defaultValues: { ways: Object.fromEntries(props.ways.map(({ kind, way }) => [kind, way])) },
    onSaved: () => undefined,
    next: (saved) => saved,
    draft: false,
  });
  const options = ways.map((value) => ({ value, label: all(wayLabels[value]) }));
  return (
    <RecordForm record={record} submitLabel={t("save")} noCancel>
      <FormSection>
        {props.ways.map(({ kind }) => (
          <SelectField
            key={kind}
            name={`ways.${kind}`}
            label={all(`mails.page.kinds.${kind}`)}
            options={options}
          />
        ))}
      </FormSection>
    </RecordForm>
  );
}
