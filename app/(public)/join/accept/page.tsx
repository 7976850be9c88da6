import type { Metadata } from "next";
import { AcceptForm } from "@/components/memberships/accept-form";
import { AppLink } from "@/components/ui/app-link";
import { getInvitation } from "@/lib/domain/memberships/queries";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { nameOf } from "@/lib/platform/i18n/names";
import { currentLocale, getTranslations } from "@/lib/platform/i18n/translator";
import { firstValues, type SearchParams } from "@/lib/platform/paging/list-params";

const dead = { USED: "usedText", WITHDRAWN: "withdrawnText", EXPIRED: "expiredText" } as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("memberships.join"))("accept"), referrer: "no-referrer" };
}

/** Where an invitation leads: what it is for, or kindly why it no longer works. */
export default async function AcceptPage(props: { searchParams: Promise<SearchParams> }) {
  const { token = "" } = firstValues(await props.searchParams);
  const [t, locale, invitation] = await Promise.all([
    getTranslations("memberships.join"),
    currentLocale(),
    getInvitation(token),
  ]);
  if (invitation?.state !== "OPEN")
    return (
      <>
        <h1>{t("deadTitle")}</h1>
        <p>{t(invitation ? dead[invitation.state] : "unknownText")}</p>
        <p>
          <AppLink href="/sign-in">{t("signIn")}</AppLink>
        </p>
      </>
    );
  const { email, name, hasAccount } = invitation;
  const firm = nameOf(locale, invitation.enterprise);
  return (
    <>
      <h1>{t("accept")}</h1>
      <p>{t("acceptText", { firm })}</p>
      <p>{t(hasAccount ? "acceptKnown" : "acceptNew", { email, firm })}</p>
      <ClientMessages namespaces={["auth", "memberships"]}>
        <AcceptForm token={token} name={name} hasAccount={hasAccount} />
      </ClientMessages>
    </>
  );
}
