"use client";

import { useTranslations } from "next-intl";
import { CheckboxField } from "@/components/ui/form/checkbox-field";
import { ComboField } from "@/components/ui/form/combo-field";
import { FormSection, Wide } from "@/components/ui/form/form-section";
import { RecordForm } from "@/components/ui/form/record-form";
import { SelectField } from "@/components/ui/form/select-field";
import { TextField } from "@/components/ui/form/text-field";
import { useRecordForm } from "@/components/ui/form/use-record-form";
import { searchEnterprisesAction } from "@/lib/domain/enterprises/actions";
import { createUserAction, updateUserAction } from "@/lib/domain/users/actions";
import type { UserDto } from "@/lib/domain/users/dto";
import { roleLabels } from "@/lib/domain/users/labels";
import { createUserSchema, roles, updateUserSchema } from "@/lib/domain/users/schema";

type Park = { id: string; name: string };

/**
 * Who somebody is and how far they reach: parks for an officer, one firm for an enterprise user. Where mail is set up,
 * a new person is mailed the link by which they set a password.
 */
export function UserForm({ user, parks, mails = false }: { user?: UserDto; parks: Park[]; mails?: boolean }) {
  const t = useTranslations("users");
  const all = useTranslations();
  const reached = new Set(user?.parks.map((park) => park.id));
  const firm = user?.enterprises[0];
  const defaultValues = {
    name: user?.name ?? "",
    email: user?.email ?? "",
    role: user?.role ?? ("OFFICER" as const),
    locale: user?.locale === "en" ? ("en" as const) : ("zh" as const),
    allParks: user?.allParks ?? true,
    parkIds: Object.fromEntries(parks.map((park) => [park.id, reached.has(park.id)])),
    enterpriseIds: firm?.id ?? "",
  };
  const onSaved = ({ id }: { id: string }) => `/users/${id}`;
  const creating = useRecordForm({
    schema: createUserSchema,
    action: createUserAction,
    defaultValues: { ...defaultValues, sendLink: mails },
    onSaved,
  });
  const editing = useRecordForm({
    schema: updateUserSchema,
    action: updateUserAction,
    defaultValues: { ...defaultValues, id: user?.id ?? "", version: user?.version ?? 0 },
    onSaved,
  });
  const record = user ? editing : creating;
  const role = record.form.watch("role");
  const allParks = record.form.watch("allParks");
  return (
    <RecordForm record={record} cancelHref={user ? `/users/${user.id}` : "/users"}>
      <FormSection title={t("one")}>
        <TextField name="name" label={t("name")} autoFocus />
        <TextField name="email" label={t("email")} type="email" />
        <SelectField
          name="role"
          label={t("roleLabel")}
          options={roles.map((value) => ({ value, label: all(roleLabels[value]) }))}
        />
        <SelectField
          name="locale"
          label={t("locale")}
          options={[
            { value: "en", label: "English" },
            { value: "zh", label: "简体中文" },
          ]}
        />
      </FormSection>
      {role === "OFFICER" ? (
        <FormSection title={t("parks")}>
          <Wide>
            <CheckboxField name="allParks" label={t("allParks")} />
          </Wide>
          {allParks === true
            ? null
            : parks.map((park) => (
                <CheckboxField key={park.id} name={`parkIds.${park.id}`} label={park.name} />
              ))}
        </FormSection>
      ) : null}
      {role === "ENTERPRISE" ? (
        <FormSection title={t("enterprises")}>
          <ComboField
            name="enterpriseIds"
            label={t("enterprises")}
            search={searchEnterprisesAction}
            initial={firm ? { value: firm.id, label: firm.nameZh ?? firm.nameEn ?? "" } : null}
          />
        </FormSection>
      ) : null}
      {mails && !user ? (
        <FormSection help={t("sendLinkHelp")}>
          <Wide>
            <CheckboxField name="sendLink" label={t("sendLinkBox")} />
          </Wide>
        </FormSection>
      ) : null}
    </RecordForm>
  );
}
