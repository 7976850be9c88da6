import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { findInstrument } from "@/components/instruments/find-instrument";
import { InstrumentFormPage } from "@/components/instruments/instrument-form-page";
import { PageHeader } from "@/components/ui/page-header";
import { nameOf } from "@/lib/platform/i18n/names";
import { getTranslations } from "@/lib/platform/i18n/translator";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("instruments"))("edit") };
}

export default async function EditInstrumentPage(props: { params: Promise<{ id: string }> }) {
  const [{ id }, t] = await Promise.all([props.params, getTranslations("instruments")]);
  const { viewer, instrument } = await findInstrument(id);
  if (!instrument.can.update) forbidden();
  const { can: _, ...values } = instrument;
  return (
    <>
      <PageHeader
        title={t("edit")}
        trail={[{ href: `/instruments/${id}`, label: nameOf(viewer.locale, instrument) }]}
      />
      <InstrumentFormPage viewer={viewer} instrument={values} />
    </>
  );
}
