import type { Metadata } from "next";
import { forbidden, notFound } from "next/navigation";
import { CustomFieldForm } from "@/components/custom-fields/custom-field-form";
import { PageHeader } from "@/components/ui/page-header";
import { customLabel } from "@/lib/domain/custom-fields/labels";
import { getCustomField } from "@/lib/domain/custom-fields/queries";
import { can } from "@/lib/domain/permissions";
import { requireViewer } from "@/lib/platform/auth/session";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getTranslations } from "@/lib/platform/i18n/translator";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("custom-fields"))("edit") };
}

export default async function EditCustomFieldPage(props: { params: Promise<{ id: string }> }) {
  const [viewer, { id }, t] = await Promise.all([
    requireViewer(),
    props.params,
    getTranslations("custom-fields"),
  ]);
  if (!can(viewer, "custom-fields.update")) forbidden();
  const found = await getCustomField(viewer, id);
  if (!found) notFound();
  const { held: _held, heldBy: _heldBy, usedOptions: _options, used, ...field } = found;
  const trail = [
    { href: "/custom-fields", label: t("title") },
    { href: `/custom-fields/${id}`, label: customLabel(viewer.locale, field) },
  ];
  return (
    <>
      <PageHeader title={t("edit")} trail={trail} />
      <ClientMessages namespaces={["custom-fields"]}>
        <CustomFieldForm field={field} used={used} subject={field.subject} />
      </ClientMessages>
    </>
  );
}
