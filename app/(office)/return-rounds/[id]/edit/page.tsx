import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { findRound } from "@/components/return-rounds/find-round";
import { RoundFormPage } from "@/components/return-rounds/round-form-page";
import { PageHeader } from "@/components/ui/page-header";
import { getTranslations } from "@/lib/platform/i18n/translator";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("return-rounds"))("edit") };
}

export default async function EditRoundPage(props: { params: Promise<{ id: string }> }) {
  const [{ id }, t] = await Promise.all([props.params, getTranslations("return-rounds")]);
  const { viewer, round } = await findRound(id);
  if (!round.can.update) forbidden();
  return (
    <>
      <PageHeader title={t("edit")} trail={[{ href: `/return-rounds/${id}`, label: round.code }]} />
      <RoundFormPage viewer={viewer} round={round} />
    </>
  );
}
