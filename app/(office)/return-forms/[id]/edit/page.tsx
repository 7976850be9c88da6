import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { DesignForm } from "@/components/return-forms/design-form";
import { findForm } from "@/components/return-forms/find-form";
import { PageHeader } from "@/components/ui/page-header";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getTranslations } from "@/lib/platform/i18n/translator";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("return-forms"))("design") };
}

export default async function DesignReturnFormPage(props: { params: Promise<{ id: string }> }) {
  const [{ id }, t] = await Promise.all([props.params, getTranslations("return-forms")]);
  const { form } = await findForm(id);
  const [newest] = form.versions;
  if (!form.can.design || !newest) forbidden();
  return (
    <>
      <PageHeader title={t("design")} trail={[{ href: `/return-forms/${id}`, label: form.code }]} />
      <ClientMessages namespaces={["return-forms", "headcounts"]}>
        <DesignForm
          formId={id}
          of={{ id: newest.id, version: newest.version }}
          definition={newest.definition}
        />
      </ClientMessages>
    </>
  );
}
