import type { Metadata } from "next";
import { forbidden, notFound } from "next/navigation";
import { findCommitment } from "@/components/commitments/find-commitment";
import { MeasurementForm } from "@/components/commitments/measurement-form";
import { RemoveMeasurement } from "@/components/commitments/remove-measurement";
import { PageHeader } from "@/components/ui/page-header";
import { todayInZone } from "@/lib/platform/dates/today";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { nameOf, titleOf } from "@/lib/platform/i18n/names";
import { getTranslations } from "@/lib/platform/i18n/translator";

type Props = { params: Promise<{ id: string; measurement: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("commitments"))("correct") };
}

/** A measurement to be put right, or taken away. */
export default async function MeasurementPage(props: Props) {
  const [{ id, measurement: asked }, t] = await Promise.all([props.params, getTranslations("commitments")]);
  const { viewer, commitment } = await findCommitment(id);
  if (!commitment.can.correct) forbidden();
  const measurement = commitment.measurements.find((one) => one.id === asked);
  if (!measurement) notFound();
  const { unitZh, unitEn } = commitment;
  return (
    <>
      <PageHeader
        title={t("correct")}
        trail={[{ href: `/commitments/${id}`, label: titleOf(viewer.locale, commitment) }]}
      />
      <ClientMessages namespaces={["commitments"]}>
        <MeasurementForm
          commitmentId={id}
          measurement={measurement}
          unit={nameOf(viewer.locale, { nameZh: unitZh, nameEn: unitEn })}
          today={todayInZone()}
        />
        <RemoveMeasurement id={measurement.id} version={measurement.version} back={`/commitments/${id}`} />
      </ClientMessages>
    </>
  );
}
