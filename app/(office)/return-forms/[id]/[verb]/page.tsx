import type { Metadata } from "next";
import { forbidden, notFound } from "next/navigation";
import { findForm } from "@/components/return-forms/find-form";
import { ReturnFormForm } from "@/components/return-forms/form-form";
import { NewVersionForm, RetireReturnForm } from "@/components/return-forms/form-verb-form";
import { PageHeader } from "@/components/ui/page-header";
import { todayInZone } from "@/lib/platform/dates/today";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getTranslations } from "@/lib/platform/i18n/translator";

type Props = { params: Promise<{ id: string; verb: string }> };

/** What can be done to a form, by its place in its address: the right that it asks, and its words. */
const verbs = {
  rename: { may: "update", words: "rename" },
  retire: { may: "retire", words: "retire" },
  version: { may: "createVersion", words: "createVersion" },
} as const;

const isVerb = (verb: string): verb is keyof typeof verbs => Object.hasOwn(verbs, verb);

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [{ verb }, t] = await Promise.all([props.params, getTranslations("return-forms")]);
  return { title: isVerb(verb) ? t(verbs[verb].words) : undefined };
}

export default async function ReturnFormVerbPage(props: Props) {
  const [{ id, verb }, t] = await Promise.all([props.params, getTranslations("return-forms")]);
  if (!isVerb(verb)) notFound();
  const { form } = await findForm(id);
  if (!form.can[verbs[verb].may]) forbidden();
  return (
    <>
      <PageHeader title={t(verbs[verb].words)} trail={[{ href: `/return-forms/${id}`, label: form.code }]} />
      <ClientMessages namespaces={["return-forms"]}>
        {verb === "rename" ? <ReturnFormForm form={form} /> : null}
        {verb === "retire" ? (
          <RetireReturnForm of={{ id, version: form.version }} today={todayInZone()} />
        ) : null}
        {verb === "version" ? <NewVersionForm id={id} /> : null}
      </ClientMessages>
    </>
  );
}
