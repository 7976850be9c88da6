import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { CommitmentFormPage } from "@/components/commitments/commitment-form-page";
import { findCommitment } from "@/components/commitments/find-commitment";
import { PageHeader } from "@/components/ui/page-header";
import { titleOf } from "@/lib/platform/i18n/names";
import { getTranslations } from "@/lib/platform/i18n/translator";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("commitments"))("edit") };
}

export default async function EditCommitmentPage(props: { params: Promise<{ id: string }> }) {
  const [{ id }, t] = await Promise.all([props.params, getTranslations("commitments")]);
  const { viewer, commitment } = await findCommitment(id);
  if (!commitment.can.update) forbidden();
  const { can: _, ...values } = commitment;
  return (
    <>
      <PageHeader
        title={t("edit")}
        trail={[{ href: `/commitments/${id}`, label: titleOf(viewer.locale, commitment) }]}
      />
      <CommitmentFormPage viewer={viewer} commitment={values} />
    </>
  );
}
