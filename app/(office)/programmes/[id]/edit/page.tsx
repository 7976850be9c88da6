import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { findProgramme } from "@/components/programmes/find-programme";
import { ProgrammeFormPage } from "@/components/programmes/programme-form-page";
import { PageHeader } from "@/components/ui/page-header";
import { nameOf } from "@/lib/platform/i18n/names";
import { getTranslations } from "@/lib/platform/i18n/translator";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("programmes"))("edit") };
}

export default async function EditProgrammePage(props: { params: Promise<{ id: string }> }) {
  const [{ id }, t] = await Promise.all([props.params, getTranslations("programmes")]);
  const { viewer, programme } = await findProgramme(id);
  if (!programme.can.update) forbidden();
  const { can: _, cohorts: __, ...values } = programme;
  return (
    <>
      <PageHeader
        title={t("edit")}
        trail={[{ href: `/programmes/${id}`, label: nameOf(viewer.locale, programme) }]}
      />
      <ProgrammeFormPage viewer={viewer} programme={values} />
    </>
  );
}
