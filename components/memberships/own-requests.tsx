import { joinStateLabels } from "@/lib/domain/memberships/labels";
import type { listOwnJoinRequests } from "@/lib/domain/memberships/queries";
import { getFormats, getTranslations } from "@/lib/platform/i18n/translator";
import styles from "./member-list.module.css";

type Requests = Awaited<ReturnType<typeof listOwnJoinRequests>>;

/** Which firms one asked to act for, and what the office said. */
export async function OwnRequests({ requests }: { requests: Requests }) {
  if (requests.length === 0) return null;
  const [t, formats] = await Promise.all([getTranslations(), getFormats()]);
  return (
    <>
      <h2>{t("portal.users.claims")}</h2>
      <ul className={styles.list}>
        {requests.map((request) => (
          <li key={request.id} className={styles.row}>
            <div className={styles.who}>
              <strong>{request.identifierValue}</strong>
              <span>
                {[
                  t(joinStateLabels[request.state]),
                  t("portal.users.asked", { date: formats.dateTime(request.createdAt) }),
                  request.decision,
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
