import type { Metadata } from "next";
import { PasswordForm } from "@/components/auth/password-form";
import { SignOutEverywhere } from "@/components/auth/sign-out-everywhere";
import { PageHeader } from "@/components/ui/page-header";
import { requireViewer } from "@/lib/platform/auth/session";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getTranslations } from "@/lib/platform/i18n/translator";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth"))("changePassword") };
}

export default async function PasswordPage() {
  const [t] = await Promise.all([getTranslations("auth"), requireViewer()]);
  return (
    <>
      <PageHeader title={t("changePassword")} />
      <ClientMessages namespaces={["auth", "users"]}>
        <PasswordForm />
        <h2>{t("everywhere")}</h2>
        <p>{t("everywhereHelp")}</p>
        <SignOutEverywhere />
      </ClientMessages>
    </>
  );
}
