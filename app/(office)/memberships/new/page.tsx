import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { findEnterprise } from "@/components/enterprises/find-enterprise";
import { InviteForm } from "@/components/memberships/invite-form";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/domain/permissions";
import { requireViewer } from "@/lib/platform/auth/session";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { localeOptions } from "@/lib/platform/i18n/locales";
import { nameOf } from "@/lib/platform/i18n/names";
import { getTranslations } from "@/lib/platform/i18n/translator";
import { firstValues, type SearchParams } from "@/lib/platform/paging/list-params";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("memberships"))("invite") };
}

/** The office invites somebody to act for a firm; `enterprise=` says which. */
export default async function InvitePage(props: { searchParams: Promise<SearchParams> }) {
  const [asker, t, searchParams] = await Promise.all([
    requireViewer(),
    getTranslations("memberships"),
    props.searchParams,
  ]);
  if (!can(asker, "memberships.invite") || asker.enterpriseIds !== null) forbidden();
  const { enterprise: id = "", email, name } = firstValues(searchParams);
  const { viewer, enterprise } = await findEnterprise(id);
  const firm = nameOf(viewer.locale, enterprise);
  return (
    <>
      <PageHeader
        title={t("invite")}
        trail={[{ href: `/enterprises/${id}/users`, label: t("peopleOf", { firm }) }]}
      />
      <ClientMessages namespaces={["memberships"]}>
        <InviteForm
          enterpriseId={enterprise.id}
          locale="zh"
          back={`/enterprises/${id}/users`}
          email={email}
          name={name}
          firmAdmin
          languages={localeOptions}
        />
      </ClientMessages>
    </>
  );
}
