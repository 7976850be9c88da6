import { forbidden } from "next/navigation";
import { EnterpriseHeader } from "@/components/enterprises/enterprise-header";
import { findEnterprise, titleOfEnterprise } from "@/components/enterprises/find-enterprise";
import { MemberList } from "@/components/memberships/member-list";
import { ButtonLink } from "@/components/ui/button";
import { listMembers } from "@/lib/domain/memberships/queries";
import { can } from "@/lib/domain/permissions";
import { requireViewer } from "@/lib/platform/auth/session";
import { getTranslations } from "@/lib/platform/i18n/translator";

type Props = { params: Promise<{ id: string }> };

export const generateMetadata = titleOfEnterprise;

/** Who acts for a firm, as the office sees it. */
export default async function EnterpriseUsersPage(props: Props) {
  if (!can(await requireViewer(), "memberships.read")) forbidden();
  const [{ id }, t] = await Promise.all([props.params, getTranslations("memberships")]);
  const { viewer, enterprise } = await findEnterprise(id);
  const manages = viewer.enterpriseIds === null && can(viewer, "memberships.invite");
  const inviteHref = `/memberships/new?enterprise=${id}`;
  return (
    <>
      <EnterpriseHeader enterprise={enterprise} side="/users" />
      {manages && !enterprise.mergedInto ? (
        <p>
          <ButtonLink look="primary" href={inviteHref}>
            {t("invite")}
          </ButtonLink>
        </p>
      ) : null}
      <MemberList
        {...(await listMembers(viewer, enterprise.id))}
        manages={manages}
        userId={viewer.userId}
        inviteHref={inviteHref}
      />
    </>
  );
}
