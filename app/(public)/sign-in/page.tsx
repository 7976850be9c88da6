import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SignInForm } from "@/components/auth/sign-in-form";
import { AppLink } from "@/components/ui/app-link";
import { currentViewer } from "@/lib/platform/auth/session";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getTranslations } from "@/lib/platform/i18n/translator";
import { firstValues, type SearchParams } from "@/lib/platform/paging/list-params";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth"))("signIn") };
}

export default async function SignInPage(props: { searchParams: Promise<SearchParams> }) {
  const { next = "/" } = firstValues(await props.searchParams);
  // Only a path of our own: never another site, however it is written.
  const target = /^\/(?![/\\])/.test(next) && !next.includes("\\") ? next : "/";
  if (await currentViewer()) redirect(target);
  const [t, joining] = await Promise.all([getTranslations("auth"), getTranslations("memberships.join")]);
  return (
    <>
      <h1>{t("signIn")}</h1>
      <ClientMessages namespaces={["auth"]}>
        <SignInForm next={target} />
      </ClientMessages>
      <p>
        <AppLink href="/forgot-password">{t("forgot")}</AppLink>
      </p>
      <p>
        {joining("fromSignIn")} <AppLink href="/join">{joining("ask")}</AppLink>
      </p>
    </>
  );
}
