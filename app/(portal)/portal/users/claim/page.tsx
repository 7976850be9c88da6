import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ClaimForm } from "@/components/memberships/claim-form";
import { OwnRequests } from "@/components/memberships/own-requests";
import { PageHeader } from "@/components/ui/page-header";
import { listOwnJoinRequests } from "@/lib/domain/memberships/queries";
import { getFirm } from "@/lib/platform/auth/firm";
import { requireViewer } from "@/lib/platform/auth/session";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getTranslations } from "@/lib/platform/i18n/translator";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("portal.users"))("claim") };
}

/** Says that one acts for another firm; or for a first one, where the last was taken away. */
export default async function ClaimPage() {
  const [viewer, firm, t] = await Promise.all([requireViewer(), getFirm(), getTranslations()]);
  if (viewer.enterpriseIds === null) redirect("/");
  const home = firm ? "/portal/users" : "/portal/users/claim";
  return (
    <>
      <PageHeader
        title={t(firm ? "portal.users.claim" : "portal.noFirmTitle")}
        trail={firm ? [{ href: home, label: t("portal.users.title") }] : undefined}
      />
      <p>{t(firm ? "portal.users.claimIntro" : "portal.noFirmText")}</p>
      <ClientMessages namespaces={["enterprises", "memberships", "portal"]}>
        <ClaimForm back={home} />
      </ClientMessages>
      {firm ? null : <OwnRequests requests={await listOwnJoinRequests(viewer)} />}
    </>
  );
}
