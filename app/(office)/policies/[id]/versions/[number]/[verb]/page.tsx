import type { Metadata } from "next";
import { forbidden, notFound } from "next/navigation";
import { findPolicy } from "@/components/policies/find-policy";
import { EndVersionForm, RemoveVersionForm, VersionForm } from "@/components/policies/version-form";
import { PageHeader } from "@/components/ui/page-header";
import { todayInZone } from "@/lib/platform/dates/today";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { titleOf } from "@/lib/platform/i18n/names";
import { getTranslations } from "@/lib/platform/i18n/translator";

type Props = { params: Promise<{ id: string; number: string; verb: string }> };

/** What can be done to a text, by its place in its address, and the right that it asks. */
const verbs = { edit: "updateVersion", end: "endVersion", remove: "removeVersion" } as const;

const isVerb = (verb: string): verb is keyof typeof verbs => Object.hasOwn(verbs, verb);

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [{ verb, number }, t] = await Promise.all([props.params, getTranslations("policies")]);
  return { title: isVerb(verb) ? t(`versionVerbs.${verb}Label`, { number }) : undefined };
}

export default async function VersionVerbPage(props: Props) {
  const [{ id, number, verb }, t] = await Promise.all([props.params, getTranslations("policies")]);
  if (!isVerb(verb)) notFound();
  const { viewer, policy } = await findPolicy(id);
  if (!policy.can[verbs[verb]]) forbidden();
  const text = policy.versions.find((one) => `${one.number}` === number);
  if (!text) notFound();
  const of = { id, version: policy.version, number: text.number };
  return (
    <>
      <PageHeader
        title={t(`versionVerbs.${verb}Label`, { number })}
        trail={[{ href: `/policies/${id}`, label: titleOf(viewer.locale, policy) }]}
      />
      <ClientMessages namespaces={["policies"]}>
        {verb === "edit" ? <VersionForm id={id} version={policy.version} text={text} /> : null}
        {verb === "end" ? <EndVersionForm {...of} today={todayInZone()} /> : null}
        {verb === "remove" ? <RemoveVersionForm {...of} /> : null}
      </ClientMessages>
    </>
  );
}
