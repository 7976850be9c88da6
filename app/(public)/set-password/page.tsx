import type { Metadata } from "next";
import { SetPasswordForm } from "@/components/auth/set-password-form";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getTranslations } from "@/lib/platform/i18n/translator";
import { firstValues, type SearchParams } from "@/lib/platform/paging/list-params";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth"))("setPassword"), referrer: "no-referrer" };
}

export default async function SetPasswordPage(props: { searchParams: Promise<SearchParams> }) {
  const { token = "" } = firstValues(await props.searchParams);
  const t = await getTranslations("auth");
  return (
    <>
      <h1>{t("setPassword")}</h1>
      <p>{t("setPasswordHelp")}</p>
      <ClientMessages namespaces={["auth", "users"]}>
        <SetPasswordForm token={token} />
      </ClientMessages>
    </>
  );
}
