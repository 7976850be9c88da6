import type { Metadata } from "next";
import { ForgotForm } from "@/components/auth/forgot-form";
import { AppLink } from "@/components/ui/app-link";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getTranslations } from "@/lib/platform/i18n/translator";
import { sendsMail } from "@/lib/platform/mail/settings";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth"))("forgotTitle") };
}

/** Whoever forgot their password asks for a link; without mail, an administrator makes one. */
export default async function ForgotPasswordPage() {
  const t = await getTranslations("auth");
  return (
    <>
      <h1>{t("forgotTitle")}</h1>
      {sendsMail() ? (
        <>
          <p>{t("forgotHelp")}</p>
          <ClientMessages namespaces={["auth", "users"]}>
            <ForgotForm />
          </ClientMessages>
        </>
      ) : (
        <p>{t("forgotByHand")}</p>
      )}
      <p>
        <AppLink href="/sign-in">{t("backToSignIn")}</AppLink>
      </p>
    </>
  );
}
