import { AppLink } from "@/components/ui/app-link";
import { Badge } from "@/components/ui/badge";
import type { ChangeRequestDto } from "@/lib/domain/change-requests/dto";
import { fieldLabel, requestStateLabel } from "@/lib/domain/change-requests/labels";
import { titleOf } from "@/lib/platform/i18n/names";
import { currentLocale, getTranslations } from "@/lib/platform/i18n/translator";
import styles from "./portal.module.css";
import { PortalCard } from "./portal-page";

const tones = { OPEN: "warn", RETURNED: "bad", DECIDED: "good", WITHDRAWN: "neutral" } as const;

/** What a firm asked for, the newest first. */
export async function RequestList({ requests }: { requests: ChangeRequestDto[] }) {
  const [t, locale] = await Promise.all([getTranslations(), currentLocale()]);
  return (
    <PortalCard title={t("change-requests.portal.requests")}>
      {requests.length === 0 ? <p>{t("change-requests.portal.noRequests")}</p> : null}
      <ul className={styles.rows}>
        {requests.map((request) => {
          const about = request.milestone ?? request.commitment;
          const fields = [...new Set(request.fields.map(({ field }) => t(fieldLabel(field) as never)))];
          return (
            <li key={request.id}>
              <span>
                <AppLink href={`/portal/profile/requests/${request.id}`}>
                  {about ? `${titleOf(locale, about)}: ` : ""}
                  {fields.join(" · ") || t("change-requests.titleOne")}
                </AppLink>
                <small>{request.askedOn}</small>
              </span>
              <Badge tone={tones[request.state]}>{t(requestStateLabel(request.state))}</Badge>
            </li>
          );
        })}
      </ul>
    </PortalCard>
  );
}
