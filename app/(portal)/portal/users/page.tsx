import type { Metadata } from "next";
import { MemberList } from "@/components/memberships/member-list";
import { OwnRequests } from "@/components/memberships/own-requests";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { getEnterprise } from "@/lib/domain/enterprises/queries";
import { listMembers, listOwnJoinRequests } from "@/lib/domain/memberships/queries";
import { requireFirm } from "@/lib/platform/auth/firm";
import { nameOf } from "@/lib/platform/i18n/names";
import { getTranslations } from "@/lib/platform/i18n/translator";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("portal.users"))("title") };
}

/** Who may answer for the firm. */
export default async function PortalUsersPage() {
  const [{ viewer, enterpriseId, firmAdmin }, t] = await Promise.all([requireFirm(), getTranslations()]);
  const [people, enterprise, asked] = await Promise.all([
    listMembers(viewer, enterpriseId),
    getEnterprise(viewer, enterpriseId),
    listOwnJoinRequests(viewer),
  ]);
  return (
    <>
      <PageHeader
        title={t("portal.users.title")}
        action={
          firmAdmin ? (
            <ButtonLink look="primary" href="/portal/users/new">
              {t("memberships.invite")}
            </ButtonLink>
          ) : undefined
        }
      />
      <p>{t("portal.users.intro", { firm: enterprise ? nameOf(viewer.locale, enterprise) : "" })}</p>
      <MemberList {...people} manages={firmAdmin} userId={viewer.userId} inviteHref="/portal/users/new" />
      <h2>{t("portal.users.claim")}</h2>
      <p>{t("portal.users.claimIntro")}</p>
      <p>
        <ButtonLink href="/portal/users/claim">{t("portal.users.claim")}</ButtonLink>
      </p>
      <OwnRequests requests={asked} />
    </>
  );
}
