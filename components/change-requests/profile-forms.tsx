"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { z } from "zod";
import { ContactRows } from "@/components/enterprises/contact-rows";
import { CheckboxField } from "@/components/ui/form/checkbox-field";
import { FormSection, Wide } from "@/components/ui/form/form-section";
import { NumberField } from "@/components/ui/form/number-field";
import { RecordForm } from "@/components/ui/form/record-form";
import { RowsField } from "@/components/ui/form/rows-field";
import { SelectField, type SelectOption } from "@/components/ui/form/select-field";
import { TextField } from "@/components/ui/form/text-field";
import { TextareaField } from "@/components/ui/form/textarea-field";
import { useRecordForm } from "@/components/ui/form/use-record-form";
import {
  editAboutAction,
  editContactsAction,
  requestBusinessAction,
  requestIdentifiersAction,
  requestNamesAction,
} from "@/lib/domain/change-requests/actions";
import type { ProfileGroup } from "@/lib/domain/change-requests/rules";
import {
  editAboutSchema,
  editContactsSchema,
  requestBusinessSchema,
  requestIdentifiersSchema,
  requestNamesSchema,
} from "@/lib/domain/change-requests/schema";
import { clusterLabel, identifierLabel } from "@/lib/domain/enterprises/labels";
import { clusters, identifierTypes } from "@/lib/domain/enterprises/schema";
import type { ActionResult } from "@/lib/platform/action/result";

type Props = { values: Record<string, unknown>; countries: SelectOption[] };
const back = "/portal/profile";

/** The questions of one group about the firm, and where the answers go. */
export function ProfileForm({ group, ...props }: Props & { group: ProfileGroup }) {
  const Form = forms[group];
  return <Form {...props} />;
}

const forms: Record<ProfileGroup, (props: Props) => ReactNode> = {
  names: NamesForm,
  identifiers: IdentifiersForm,
  business: BusinessForm,
  contacts: ContactsForm,
  about: AboutForm,
};

/** A form of the portal: saved at once, or sent to the office. */
function GroupForm<Schema extends z.ZodType>(props: {
  schema: Schema;
  action: (input: z.input<Schema>) => Promise<ActionResult<{ id: string }>>;
  values: Record<string, unknown>;
  reviewed?: boolean;
  children: ReactNode;
}) {
  const t = useTranslations("change-requests.portal");
  const { reviewed } = props;
  const record = useRecordForm({
    schema: props.schema,
    action: props.action,
    // Of which group they are is known to who draws its fields, and not to the types here.
    defaultValues: props.values as never,
    onSaved: () => back,
    savedMessage: t(reviewed ? "sent" : "savedAtOnce"),
  });
  return (
    <RecordForm record={record} submitLabel={t(reviewed ? "send" : "saveNow")} cancelHref={back}>
      {props.children}
      {reviewed ? (
        <FormSection>
          <Wide>
            <TextareaField name="note" label={t("noteLabel")} rows={2} optional />
          </Wide>
        </FormSection>
      ) : null}
    </RecordForm>
  );
}

function NamesForm({ values }: Props) {
  const t = useTranslations("enterprises");
  return (
    <GroupForm schema={requestNamesSchema} action={requestNamesAction} values={values} reviewed>
      <FormSection>
        <TextField name="nameZh" label={t("nameZh")} lang="zh-CN" optional />
        <TextField name="nameEn" label={t("nameEn")} lang="en" optional />
        <TextField name="shortName" label={t("shortName")} optional />
      </FormSection>
    </GroupForm>
  );
}

function IdentifiersForm({ values }: Props) {
  const t = useTranslations("enterprises");
  const all = useTranslations();
  const types = identifierTypes.map((value) => ({ value, label: all(identifierLabel(value)) }));
  return (
    <GroupForm schema={requestIdentifiersSchema} action={requestIdentifiersAction} values={values} reviewed>
      <RowsField
        name="identifiers"
        title={t("identifiers")}
        addLabel={t("addIdentifier")}
        removeLabel={t("remove")}
        blank={{ type: "USCC", value: "", country: "", former: false }}
      >
        {(path) => (
          <>
            <SelectField name={`${path}.type`} label={t("type")} options={types} />
            <TextField name={`${path}.value`} label={t("value")} />
            <CheckboxField name={`${path}.former`} label={t("former")} />
          </>
        )}
      </RowsField>
    </GroupForm>
  );
}

function BusinessForm({ values, countries }: Props) {
  const t = useTranslations("enterprises");
  const all = useTranslations();
  return (
    <GroupForm schema={requestBusinessSchema} action={requestBusinessAction} values={values} reviewed>
      <FormSection>
        <SelectField
          name="cluster"
          label={t("clusterLabel")}
          options={clusters.map((value) => ({ value, label: all(clusterLabel(value)) }))}
        />
        <TextField name="sectorCode" label={t("sectorCode")} optional />
        <SelectField name="country" label={t("countryLabel")} options={countries} optional />
        <TextField name="ultimateParent" label={t("ultimateParent")} optional />
        <NumberField name="foreignShare" label={t("foreignShare")} unit="%" optional />
        <CheckboxField name="headquarters" label={t("headquarters")} />
      </FormSection>
    </GroupForm>
  );
}

function ContactsForm({ values }: Props) {
  return (
    <GroupForm schema={editContactsSchema} action={editContactsAction} values={values}>
      <ContactRows />
    </GroupForm>
  );
}

function AboutForm({ values }: Props) {
  const t = useTranslations("enterprises");
  return (
    <GroupForm schema={editAboutSchema} action={editAboutAction} values={values}>
      <FormSection>
        <Wide>
          <TextField name="website" label={t("website")} type="url" optional />
        </Wide>
        <Wide>
          <TextareaField name="description" label={t("description")} rows={6} optional />
        </Wide>
      </FormSection>
    </GroupForm>
  );
}
