import type { Metadata } from "next";
import { forbidden, notFound } from "next/navigation";
import { CorrectForm, FillForm } from "@/components/returns/fill-form";
import { findReturn } from "@/components/returns/find-return";
import { ReturnVerbForm } from "@/components/returns/return-verb-form";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/domain/permissions";
import { fieldsOf } from "@/lib/domain/return-forms/rules";
import { todayInZone } from "@/lib/platform/dates/today";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { nameOf } from "@/lib/platform/i18n/names";
import { getTranslations } from "@/lib/platform/i18n/translator";

type Props = { params: Promise<{ id: string; verb: string }> };

/** What the office does to a return, by its place in its address: the right that it asks, and its words. */
const verbs = {
  fill: "submit",
  correct: "correct",
  accept: "accept",
  "send-back": "sendBack",
  exempt: "exempt",
  include: "include",
  "allow-late": "allowLate",
  "end-late": "endLate",
} as const;

const isVerb = (verb: string): verb is keyof typeof verbs => Object.hasOwn(verbs, verb);
const wordsOf = (verb: keyof typeof verbs) => (verb === "fill" ? "fill" : verbs[verb]);

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [{ verb }, t] = await Promise.all([props.params, getTranslations("returns")]);
  return { title: isVerb(verb) ? t(wordsOf(verb)) : undefined };
}

export default async function ReturnVerbPage(props: Props) {
  const [{ id, verb }, t] = await Promise.all([props.params, getTranslations("returns")]);
  if (!isVerb(verb)) notFound();
  const { viewer, found } = await findReturn(id);
  if (!can(viewer, "return-rounds.read") || !found.can[verbs[verb]]) forbidden();
  const today = todayInZone();
  const of = { id, version: found.version };
  const name = nameOf(viewer.locale, found.enterprise);
  const filling = {
    of,
    definition: found.definition,
    answers: found.answers,
    reasons: found.reasons,
    comments: found.comments,
    before: { last: found.last, yearAgo: found.yearAgo },
    today,
  };
  return (
    <>
      <PageHeader title={t(wordsOf(verb))} trail={[{ href: `/returns/${id}`, label: name }]} />
      <ClientMessages namespaces={["returns", "return-forms", "headcounts"]}>
        {verb === "fill" ? (
          <FillForm {...filling} />
        ) : verb === "correct" ? (
          <CorrectForm {...filling} />
        ) : (
          <ReturnVerbForm
            verb={verb}
            of={of}
            over={found.round.closed || today > found.round.closesOn}
            questions={fieldsOf(found.definition).map(({ key, labelZh, labelEn }) => ({
              key,
              label: nameOf(viewer.locale, { nameZh: labelZh, nameEn: labelEn }),
            }))}
          />
        )}
      </ClientMessages>
    </>
  );
}
