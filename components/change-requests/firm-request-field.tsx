import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { decisionLabel, fieldLabel } from "@/lib/domain/change-requests/labels";
import type { ChangeRequestDetail, ChangeRequestDetailField } from "@/lib/domain/change-requests/queries";
import { groupOf, qualificationOf } from "@/lib/domain/change-requests/rules";
import { getTranslations } from "@/lib/platform/i18n/translator";
import { Lines } from "./change-pair";
import changes from "./change-requests.module.css";
import styles from "./portal.module.css";
import { PortalCard } from "./portal-page";
import type { ValueWords } from "./value-words";

type Props = { request: ChangeRequestDetail; field: ChangeRequestDetailField; words: ValueWords };

/** One field that a firm asked for: what became of it, what the office says, and where it is mended. */
export async function FirmRequestField({ request, field, words }: Props) {
  const t = await getTranslations();
  const say = await getTranslations("change-requests");
  const label = t(fieldLabel(field.field) as never);
  const { decision, stale } = field;
  const verdict = decision ? t(decisionLabel(decision)) : say(stale ? "stale" : "portal.fieldWaits");
  const tone = decision === "ACCEPTED" ? "good" : decision === "REFUSED" ? "bad" : "warn";
  const href = mendHref(request, field);
  return (
    <PortalCard
      title={label}
      verb={request.state === "WITHDRAWN" ? undefined : <Badge tone={tone}>{verdict}</Badge>}
    >
      <dl>
        <div>
          <dt>{say("before")}</dt>
          <dd>
            <Lines lines={words(field.field, field.before)} />
          </dd>
        </div>
        <div>
          <dt>{say("after")}</dt>
          <dd>
            <Lines
              lines={
                field.after === null && qualificationOf(field.field)
                  ? [say("removed")]
                  : words(field.field, field.after)
              }
            />
          </dd>
        </div>
      </dl>
      {field.attachment ? (
        <p>
          <a href={`/attachments/${field.attachment.id}/file`} download>
            {field.attachment.title ?? field.attachment.fileName}
          </a>
        </p>
      ) : null}
      {stale ? (
        <p className={changes.warn}>
          {say("portal.fieldStale", { now: words(field.field, field.present).join(" · ") })}
        </p>
      ) : null}
      {field.comment ? (
        <p>
          {say("portal.officeSays")}: {field.comment}
        </p>
      ) : null}
      {href ? (
        <div className={styles.verbs}>
          <ButtonLink href={href} aria-label={say("portal.mendWhat", { what: label })}>
            {say(decision === "REFUSED" ? "portal.askAgain" : "portal.mend")}
          </ButtonLink>
        </div>
      ) : null}
    </PortalCard>
  );
}

/** The form that asks for a field, with what was asked; null where it is settled. */
function mendHref(request: ChangeRequestDetail, field: ChangeRequestDetailField): string | null {
  if (field.decision === "ACCEPTED" || request.state === "WITHDRAWN") return null;
  if (request.milestone) {
    return `/portal/projects/${request.milestone.project.id}/${request.milestone.id}?from=${request.id}`;
  }
  if (request.commitment) return `/portal/promises/${request.commitment.id}?from=${request.id}`;
  const from = `?from=${request.id}`;
  const paper = qualificationOf(field.field);
  if (paper) return `/portal/profile/qualifications/${paper}${from}`;
  return `/portal/profile/edit/${groupOf(field.field)}${from}`;
}
