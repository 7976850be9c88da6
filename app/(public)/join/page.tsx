import type { Metadata } from "next";
import { JoinForm } from "@/components/memberships/join-form";
import { AppLink } from "@/components/ui/app-link";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { currentLocale, getTranslations } from "@/lib/platform/i18n/translator";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("memberships.join"))("title") };
}

/** Somebody of a firm, who has no account, asks for one. */
export default async function JoinPage() {
  const [t, locale] = await Promise.all([getTranslations("memberships.join"), currentLocale()]);
  return (
    <>
      <h1>{t("title")}</h1>
      <p>{t("intro")}</p>
      <ClientMessages namespaces={["enterprises", "memberships"]}>
        <JoinForm locale={locale} />
      </ClientMessages>
      <p>
        {t("haveAccount")} <AppLink href="/sign-in">{t("signIn")}</AppLink>
      </p>
    </>
  );
}
