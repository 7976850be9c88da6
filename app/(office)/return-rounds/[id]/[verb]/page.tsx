import type { Metadata } from "next";
import { forbidden, notFound } from "next/navigation";
import { findRound } from "@/components/return-rounds/find-round";
import { RoundAwaited } from "@/components/return-rounds/round-awaited";
import { RoundVerbForm } from "@/components/return-rounds/round-verb-form";
import { PageHeader } from "@/components/ui/page-header";
import { countAsked } from "@/lib/domain/return-rounds/queries";
import { getAwaited } from "@/lib/domain/return-rounds/queries-awaited";
import { todayInZone } from "@/lib/platform/dates/today";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getTranslations } from "@/lib/platform/i18n/translator";

type Props = { params: Promise<{ id: string; verb: string }> };

/** What can be done to a round, by its place in its address, and the right that it asks. */
const verbs = { open: "open", close: "close", cancel: "cancel", standing: "setStanding" } as const;

const isVerb = (verb: string): verb is keyof typeof verbs => Object.hasOwn(verbs, verb);

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [{ verb }, t] = await Promise.all([props.params, getTranslations("return-rounds")]);
  return { title: isVerb(verb) ? t(verbs[verb]) : undefined };
}

export default async function RoundVerbPage(props: Props) {
  const [{ id, verb }, t] = await Promise.all([props.params, getTranslations("return-rounds")]);
  if (!isVerb(verb)) notFound();
  const { viewer, round } = await findRound(id);
  if (!round.can[verbs[verb]]) forbidden();
  const help = verb === "open" ? t("openHelp", await countAsked(viewer, id)) : t(`${verbs[verb]}Help`);
  const final = verb === "standing" && round.standings.includes("FINAL");
  const awaited = final ? await getAwaited(viewer, id, todayInZone()) : null;
  return (
    <>
      <PageHeader title={t(verbs[verb])} trail={[{ href: `/return-rounds/${id}`, label: round.code }]} />
      {awaited ? <RoundAwaited {...awaited} /> : null}
      <ClientMessages namespaces={["return-rounds"]}>
        <RoundVerbForm
          verb={verb}
          of={{ id, version: round.version }}
          help={help}
          standings={round.standings}
        />
      </ClientMessages>
    </>
  );
}
