import { ButtonLink } from "@/components/ui/button";
import type { ChangeRequestDto } from "@/lib/domain/change-requests/dto";
import { classLabel, fieldLabel, groupLabel } from "@/lib/domain/change-requests/labels";
import { fieldClasses, type ProfileGroup, profileGroups } from "@/lib/domain/change-requests/rules";
import type { EnterpriseDto } from "@/lib/domain/enterprises/dto";
import { getTranslations } from "@/lib/platform/i18n/translator";
import { Lines } from "./change-pair";
import styles from "./portal.module.css";
import { PortalCard } from "./portal-page";
import type { ValueWords } from "./value-words";

/** One group of what a firm is: whether it may change it at once, what stands, and what is asked for. */
export async function ProfileGroupCard(props: {
  firm: EnterpriseDto;
  group: ProfileGroup;
  open: ChangeRequestDto | null;
  words: ValueWords;
}) {
  const { firm, group, open, words } = props;
  const t = await getTranslations();
  const title = t(groupLabel(group));
  const [first] = profileGroups[group];
  return (
    <PortalCard
      title={title}
      note={t(classLabel(fieldClasses[first]))}
      verb={
        <ButtonLink
          href={`/portal/profile/edit/${group}`}
          aria-label={t("change-requests.portal.changeWhat", { what: title })}
        >
          {t("change-requests.portal.change")}
        </ButtonLink>
      }
    >
      <dl>
        {profileGroups[group].map((field) => {
          const asked = open?.fields.find((one) => one.field === field && one.decision === null);
          return (
            <div key={field}>
              <dt>
                {t((field in labels ? labels[field as keyof typeof labels] : fieldLabel(field)) as never)}
              </dt>
              <dd>
                <Lines
                  lines={
                    field === "contacts"
                      ? contactLines(firm, t("change-requests.nothing"))
                      : words(field, firm[field])
                  }
                />
                {asked ? (
                  <p className={styles.asked}>
                    {t("change-requests.portal.asked", { value: words(field, asked.after).join(" · ") })}
                  </p>
                ) : null}
              </dd>
            </div>
          );
        })}
      </dl>
    </PortalCard>
  );
}

const labels = {
  contacts: "enterprises.contacts",
  website: "enterprises.website",
  description: "enterprises.description",
} as const;

function contactLines({ contacts }: EnterpriseDto, none: string): string[] {
  if (contacts.length === 0) return [none];
  return contacts.map(({ name, position, phone, email }) =>
    [name, position, phone, email].filter(Boolean).join(" · "),
  );
}
