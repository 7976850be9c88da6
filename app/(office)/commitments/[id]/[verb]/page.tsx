import type { Metadata } from "next";
import { forbidden, notFound } from "next/navigation";
import { UnwaiveCommitmentForm, WaiveCommitmentForm } from "@/components/commitments/commitment-verb-form";
import { isCommitmentVerb } from "@/components/commitments/commitment-verbs";
import { findCommitment } from "@/components/commitments/find-commitment";
import { MeasurementForm } from "@/components/commitments/measurement-form";
import { PageHeader } from "@/components/ui/page-header";
import { todayInZone } from "@/lib/platform/dates/today";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { nameOf, titleOf } from "@/lib/platform/i18n/names";
import { getTranslations } from "@/lib/platform/i18n/translator";

type Props = { params: Promise<{ id: string; verb: string }> };

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [{ verb }, t] = await Promise.all([props.params, getTranslations("commitments")]);
  return { title: isCommitmentVerb(verb) ? t(verb) : undefined };
}

export default async function CommitmentVerbPage(props: Props) {
  const [{ id, verb }, t] = await Promise.all([props.params, getTranslations("commitments")]);
  if (!isCommitmentVerb(verb)) notFound();
  const { viewer, commitment } = await findCommitment(id);
  if (!commitment.can[verb]) forbidden();
  const { version, unitZh, unitEn } = commitment;
  return (
    <>
      <PageHeader
        title={t(verb)}
        trail={[{ href: `/commitments/${id}`, label: titleOf(viewer.locale, commitment) }]}
      />
      <ClientMessages namespaces={["commitments"]}>
        {verb === "measure" ? (
          <MeasurementForm
            commitmentId={id}
            unit={nameOf(viewer.locale, { nameZh: unitZh, nameEn: unitEn })}
            today={todayInZone()}
          />
        ) : verb === "waive" ? (
          <WaiveCommitmentForm id={id} version={version} today={todayInZone()} />
        ) : (
          <UnwaiveCommitmentForm id={id} version={version} />
        )}
      </ClientMessages>
    </>
  );
}
