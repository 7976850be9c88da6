import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { AgreementFormPage } from "@/components/agreements/agreement-form-page";
import { findAgreement } from "@/components/agreements/find-agreement";
import { PageHeader } from "@/components/ui/page-header";
import { titleOf } from "@/lib/platform/i18n/names";
import { getTranslations } from "@/lib/platform/i18n/translator";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("agreements"))("edit") };
}

export default async function EditAgreementPage(props: { params: Promise<{ id: string }> }) {
  const [{ id }, t] = await Promise.all([props.params, getTranslations("agreements")]);
  const { viewer, agreement } = await findAgreement(id);
  const { can, ...values } = agreement;
  if (!can.update) forbidden();
  return (
    <>
      <PageHeader
        title={t("edit")}
        trail={[{ href: `/agreements/${id}`, label: titleOf(viewer.locale, agreement) }]}
      />
      <AgreementFormPage viewer={viewer} agreement={values} />
    </>
  );
}
