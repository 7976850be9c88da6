import { AppLink } from "@/components/ui/app-link";
import { EmptyState } from "@/components/ui/empty-state";
import type { InvitationDto, MemberDto } from "@/lib/domain/memberships/dto";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getFormats, getTranslations } from "@/lib/platform/i18n/translator";
import styles from "./member-list.module.css";
import { InvitationVerbs, MemberVerbs } from "./member-verbs";

/** Who acts for a firm, and who is invited to; with their verbs for whoever manages it. */
export async function MemberList(props: {
  members: MemberDto[];
  invitations: InvitationDto[];
  manages: boolean;
  /** Whoever reads, marked as such. */
  userId: string | null;
  /** Where a new link is sent from, with `email=` and `name=` put behind it. */
  inviteHref: string;
}) {
  const [t, formats] = await Promise.all([getTranslations("memberships"), getFormats()]);
  const { members, invitations, manages } = props;
  const again = ({ email, name }: InvitationDto) =>
    `${props.inviteHref}${props.inviteHref.includes("?") ? "&" : "?"}${new URLSearchParams({ email, name })}`;
  return (
    <ClientMessages namespaces={["memberships"]}>
      {members.length === 0 ? <EmptyState title={t("noPeople")} text={t("noPeopleText")} /> : null}
      <ul className={styles.list}>
        {members.map((member) => (
          <li key={member.id} className={styles.row}>
            <div className={styles.who}>
              <strong>{member.name}</strong>
              {member.userId === props.userId ? ` (${t("you")})` : null}
              <span>
                {[
                  member.email,
                  t(member.firmAdmin ? "admin" : "member"),
                  member.status === "SUSPENDED" ? t("suspended") : null,
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
            </div>
            {manages ? <MemberVerbs id={member.id} name={member.name} firmAdmin={member.firmAdmin} /> : null}
          </li>
        ))}
      </ul>
      {invitations.length > 0 ? (
        <>
          <h2>{t("invitations")}</h2>
          <ul className={styles.list}>
            {invitations.map((invitation) => (
              <li key={invitation.id} className={styles.row}>
                <div className={styles.who}>
                  <strong>{invitation.name}</strong>
                  <span>
                    {[
                      invitation.email,
                      t(invitation.state === "EXPIRED" ? "expiredOn" : "until", {
                        date: formats.dateTime(invitation.expiresAt),
                      }),
                      invitation.invitedBy ? t("invitedBy", { name: invitation.invitedBy }) : null,
                    ]
                      .filter(Boolean)
                      .join(" · ")}
                  </span>
                </div>
                {manages ? (
                  <div className={styles.verbs}>
                    <AppLink href={again(invitation)}>{t("resend")}</AppLink>
                    <InvitationVerbs
                      id={invitation.id}
                      version={invitation.version}
                      email={invitation.email}
                    />
                  </div>
                ) : null}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </ClientMessages>
  );
}
