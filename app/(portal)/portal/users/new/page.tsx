import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { InviteForm } from "@/components/memberships/invite-form";
import { PageHeader } from "@/components/ui/page-header";
import { requireFirm } from "@/lib/platform/auth/firm";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { localeOptions } from "@/lib/platform/i18n/locales";
import { getTranslations } from "@/lib/platform/i18n/translator";
import { firstValues, type SearchParams } from "@/lib/platform/paging/list-params";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("memberships"))("invite") };
}

/** A firm's admin asks a colleague to act for the firm, or sends them a new link. */
export default async function PortalInvitePage(props: { searchParams: Promise<SearchParams> }) {
  const [{ viewer, enterpriseId, firmAdmin }, t, searchParams] = await Promise.all([
    requireFirm(),
    getTranslations(),
    props.searchParams,
  ]);
  if (!firmAdmin) forbidden();
  const { email, name } = firstValues(searchParams);
  return (
    <>
      <PageHeader
        title={t("memberships.invite")}
        trail={[{ href: "/portal/users", label: t("portal.users.title") }]}
      />
      <ClientMessages namespaces={["memberships"]}>
        <InviteForm
          enterpriseId={enterpriseId}
          locale={viewer.locale}
          back="/portal/users"
          email={email}
          name={name}
          languages={localeOptions}
        />
      </ClientMessages>
    </>
  );
}
