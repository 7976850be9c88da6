import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { CustomFieldForm } from "@/components/custom-fields/custom-field-form";
import { PageHeader } from "@/components/ui/page-header";
import { customFieldSubjects } from "@/lib/domain/custom-fields/schema";
import { can } from "@/lib/domain/permissions";
import { requireViewer } from "@/lib/platform/auth/session";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getTranslations } from "@/lib/platform/i18n/translator";
import { firstValues, type SearchParams } from "@/lib/platform/paging/list-params";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("custom-fields"))("newTitle") };
}

export default async function NewCustomFieldPage(props: { searchParams: Promise<SearchParams> }) {
  const [viewer, params, t] = await Promise.all([
    requireViewer(),
    props.searchParams,
    getTranslations("custom-fields"),
  ]);
  if (!can(viewer, "custom-fields.create")) forbidden();
  const asked = firstValues(params).subject;
  const subject = customFieldSubjects.find((one) => one === asked) ?? "ENTERPRISE";
  return (
    <>
      <PageHeader title={t("newTitle")} trail={[{ href: "/custom-fields", label: t("title") }]} />
      <ClientMessages namespaces={["custom-fields"]}>
        <CustomFieldForm subject={subject} />
      </ClientMessages>
    </>
  );
}
