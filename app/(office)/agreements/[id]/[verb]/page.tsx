import type { Metadata } from "next";
import { forbidden, notFound } from "next/navigation";
import { AgreementVerbForm } from "@/components/agreements/agreement-verb-form";
import { agreementVerbs, isAgreementVerb } from "@/components/agreements/agreement-verbs";
import { findAgreement } from "@/components/agreements/find-agreement";
import { PageHeader } from "@/components/ui/page-header";
import { todayInZone } from "@/lib/platform/dates/today";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { titleOf } from "@/lib/platform/i18n/names";
import { getTranslations } from "@/lib/platform/i18n/translator";

type Props = { params: Promise<{ id: string; verb: string }> };

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [{ verb }, t] = await Promise.all([props.params, getTranslations("agreements")]);
  return { title: isAgreementVerb(verb) ? t(verb) : undefined };
}

export default async function AgreementVerbPage(props: Props) {
  const [{ id, verb }, t] = await Promise.all([props.params, getTranslations("agreements")]);
  if (!isAgreementVerb(verb)) notFound();
  const { viewer, agreement } = await findAgreement(id);
  if (!agreement.can[agreementVerbs[verb]]) forbidden();
  return (
    <>
      <PageHeader
        title={t(verb)}
        trail={[{ href: `/agreements/${id}`, label: titleOf(viewer.locale, agreement) }]}
      />
      <ClientMessages namespaces={["agreements"]}>
        <AgreementVerbForm verb={verb} id={id} version={agreement.version} today={todayInZone()} />
      </ClientMessages>
    </>
  );
}
