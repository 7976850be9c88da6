import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { findPolicy } from "@/components/policies/find-policy";
import { PolicyFormPage } from "@/components/policies/policy-form-page";
import { PageHeader } from "@/components/ui/page-header";
import { titleOf } from "@/lib/platform/i18n/names";
import { getTranslations } from "@/lib/platform/i18n/translator";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("policies"))("edit") };
}

export default async function EditPolicyPage(props: { params: Promise<{ id: string }> }) {
  const [{ id }, t] = await Promise.all([props.params, getTranslations("policies")]);
  const { viewer, policy } = await findPolicy(id);
  if (!policy.can.update) forbidden();
  return (
    <>
      <PageHeader
        title={t("edit")}
        trail={[{ href: `/policies/${id}`, label: titleOf(viewer.locale, policy) }]}
      />
      <PolicyFormPage viewer={viewer} policy={policy} />
    </>
  );
}
