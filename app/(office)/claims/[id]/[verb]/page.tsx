import type { Metadata } from "next";
import { forbidden, notFound } from "next/navigation";
import { SignOffClaimForm, WithdrawClaimForm } from "@/components/claims/claim-verb-form";
import { findClaim } from "@/components/claims/find-claim";
import { PageHeader } from "@/components/ui/page-header";
import { todayInZone } from "@/lib/platform/dates/today";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getTranslations } from "@/lib/platform/i18n/translator";

type Props = { params: Promise<{ id: string; verb: string }> };

/** What can be done to a claim, by its place in its address, and the right that it asks. */
const verbs = { "sign-off": "signOff", withdraw: "withdraw" } as const;

const isVerb = (verb: string): verb is keyof typeof verbs => Object.hasOwn(verbs, verb);

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [{ verb }, t] = await Promise.all([props.params, getTranslations("claims")]);
  return { title: isVerb(verb) ? t(verbs[verb]) : undefined };
}

export default async function ClaimVerbPage(props: Props) {
  const [{ id, verb }, t] = await Promise.all([props.params, getTranslations("claims")]);
  if (!isVerb(verb)) notFound();
  const { claim } = await findClaim(id);
  if (!claim.can[verbs[verb]]) forbidden();
  const of = { id, version: claim.version };
  return (
    <>
      <PageHeader title={t(verbs[verb])} trail={[{ href: `/claims/${id}`, label: claim.code }]} />
      <ClientMessages namespaces={["claims"]}>
        {verb === "sign-off" ? (
          <SignOffClaimForm {...of} />
        ) : (
          <WithdrawClaimForm {...of} today={todayInZone()} />
        )}
      </ClientMessages>
    </>
  );
}
