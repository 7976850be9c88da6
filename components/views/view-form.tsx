"use client";

import { useTranslations } from "next-intl";
import { CheckboxField } from "@/components/ui/form/checkbox-field";
import { FormSection } from "@/components/ui/form/form-section";
import { RecordForm } from "@/components/ui/form/record-form";
import { TextField } from "@/components/ui/form/text-field";
import { useRecordForm } from "@/components/ui/form/use-record-form";
import { createViewAction, updateViewAction } from "@/lib/domain/views/actions";
import { createViewSchema, updateViewSchema, type ViewList } from "@/lib/domain/views/schema";

const addressOf = (view: { list: string; query: string; id: string }) =>
  `/${view.list}?${view.query}&view=${view.id}`;

/** Keeps what a list shows under a name. */
export function NewViewForm(props: { list: ViewList; query: string; help: string; mayShare: boolean }) {
  const { list, query } = props;
  const record = useRecordForm({
    schema: createViewSchema,
    action: createViewAction,
    defaultValues: { list, query, name: "", shared: false, opens: false },
    onSaved: addressOf,
    draft: false,
  });
  return (
    <RecordForm record={record} cancelHref={`/${list}?${query}`}>
      <Fields {...props} />
    </RecordForm>
  );
}

/** Names a view, shares it or no longer, and says whether one's own list opens with it. */
export function EditViewForm(props: {
  view: {
    id: string;
    version: number;
    list: string;
    query: string;
    name: string;
    shared: boolean;
    opens: boolean;
  };
  mayShare: boolean;
}) {
  const { id, version, name, shared, opens } = props.view;
  const record = useRecordForm({
    schema: updateViewSchema,
    action: updateViewAction,
    defaultValues: { id, version, name, shared, opens },
    onSaved: addressOf,
    draft: false,
  });
  return (
    <RecordForm record={record} cancelHref={addressOf(props.view)}>
      <Fields mayShare={props.mayShare} />
    </RecordForm>
  );
}

function Fields({ mayShare, help }: { mayShare: boolean; help?: string }) {
  const t = useTranslations("views");
  return (
    <FormSection help={help}>
      <TextField name="name" label={t("name")} autoFocus />
      {mayShare ? <CheckboxField name="shared" label={t("shared")} help={t("sharedHelp")} /> : null}
      <CheckboxField name="opens" label={t("opens")} help={t("opensHelp")} />
    </FormSection>
  );
}
