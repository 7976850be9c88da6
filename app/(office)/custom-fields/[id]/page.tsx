import type { Metadata } from "next";
import { forbidden, notFound } from "next/navigation";
import { CustomFieldVerbs } from "@/components/custom-fields/custom-field-verbs";
import { RecordHistory } from "@/components/history/record-history";
import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { DescriptionList } from "@/components/ui/description-list";
import { PageHeader } from "@/components/ui/page-header";
import {
  customFieldSubjectLabel,
  customFieldTypeLabel,
  customLabel,
} from "@/lib/domain/custom-fields/labels";
import { getCustomField } from "@/lib/domain/custom-fields/queries";
import { can } from "@/lib/domain/permissions";
import { requireViewer } from "@/lib/platform/auth/session";
import { listHistory } from "@/lib/platform/change-sets/history";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getFormats, getTranslations } from "@/lib/platform/i18n/translator";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("custom-fields"))("one") };
}

/** One field: what it may hold, who sees it, how many records hold it, and what was done with it. */
export default async function CustomFieldPage(props: { params: Promise<{ id: string }> }) {
  const [viewer, { id }, t, formats] = await Promise.all([
    requireViewer(),
    props.params,
    getTranslations(),
    getFormats(),
  ]);
  if (!can(viewer, "custom-fields.read")) forbidden();
  const field = await getCustomField(viewer, id);
  if (!field) notFound();
  const say = (name: string) => t(`custom-fields.${name}`);
  const limits = {
    NUMBER: (["decimals", "unit", "minValue", "maxValue"] as const).map((name) => ({
      label: say(name),
      value: field[name],
    })),
    TEXT: [{ label: say("maxLength"), value: field.maxLength }],
    DATE: [],
    CHOICE: [],
  }[field.type];
  return (
    <>
      <PageHeader
        title={customLabel(viewer.locale, field)}
        trail={[{ href: "/custom-fields", label: say("title") }]}
        action={
          <ButtonLink look="primary" href={`/custom-fields/${id}/edit`}>
            {say("edit")}
          </ButtonLink>
        }
      />
      {field.retiredAt ? <Banner tone="warn">{say("retiredNote")}</Banner> : null}
      <DescriptionList
        items={[
          { label: say("subjectLabel"), value: t(customFieldSubjectLabel(field.subject)) },
          { label: say("typeLabel"), value: t(customFieldTypeLabel(field.type)) },
          { label: say("key"), value: <code>{field.key}</code> },
          { label: say("labelZh"), value: field.labelZh },
          { label: say("labelEn"), value: field.labelEn },
          { label: say("helpZh"), value: field.helpZh },
          { label: say("helpEn"), value: field.helpEn },
          { label: say("position"), value: field.position },
          { label: say("requiredShort"), value: t(field.required ? "common.yes" : "common.no") },
          ...limits,
          {
            label: say("shownTo"),
            value: [say("office"), ...field.shownTo.map((role) => say(`reader.${role}`))].join(", "),
          },
          { label: say("held"), value: field.held },
          ...(field.retiredAt ? [{ label: say("retiredAt"), value: formats.dateTime(field.retiredAt) }] : []),
        ]}
      />
      {field.type === "CHOICE" ? (
        <>
          <h2>{say("options")}</h2>
          <DataTable
            label={say("options")}
            rows={field.options}
            rowKey={(option) => option.id}
            columns={[
              { key: "labelZh", header: say("labelZh"), cell: (option) => option.labelZh, wrap: true },
              { key: "labelEn", header: say("labelEn"), cell: (option) => option.labelEn, wrap: true },
              { key: "key", header: say("key"), cell: (option) => option.key },
              {
                key: "held",
                header: say("heldBy"),
                align: "end",
                cell: (option) => field.heldBy.get(option.id) ?? 0,
              },
              {
                key: "status",
                header: say("statusLabel"),
                cell: (option) => say(option.retired ? "retiredOption" : "live"),
              },
            ]}
          />
        </>
      ) : null}
      <ClientMessages namespaces={["custom-fields"]}>
        <CustomFieldVerbs id={id} version={field.version} retired={field.retiredAt !== null} />
      </ClientMessages>
      <h2>{say("history")}</h2>
      <RecordHistory entries={await listHistory([id])} noun="custom-fields" />
    </>
  );
}
