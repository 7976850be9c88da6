import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { DeleteRate } from "@/components/rates/delete-rate";
import { findRate } from "@/components/rates/find-rate";
import { RateForm } from "@/components/rates/rate-form";
import { PageHeader } from "@/components/ui/page-header";
import { pairOf } from "@/lib/domain/rates/labels";
import { todayInZone } from "@/lib/platform/dates/today";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getTranslations } from "@/lib/platform/i18n/translator";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("rates"))("edit") };
}

export default async function EditRatePage(props: { params: Promise<{ id: string }> }) {
  const [{ id }, t] = await Promise.all([props.params, getTranslations("rates")]);
  const { rate } = await findRate(id);
  if (!rate.can.update) forbidden();
  const { can: _, ...values } = rate;
  return (
    <>
      <PageHeader title={t("edit")} trail={[{ href: `/rates/${id}`, label: pairOf(rate) }]} />
      <ClientMessages namespaces={["rates"]}>
        <RateForm rate={values} asked={{}} today={todayInZone()} />
        {rate.can.delete ? <DeleteRate id={id} version={rate.version} /> : null}
      </ClientMessages>
    </>
  );
}
