import { AppLink } from "@/components/ui/app-link";
import { Badge } from "@/components/ui/badge";
import { mailStateLabels, mailStateTones } from "@/lib/domain/mails/labels";
import type { SetupLinkDto } from "@/lib/domain/users/dto";
import { getFormats, getTranslations } from "@/lib/platform/i18n/translator";

/** What became of the newest link by which a person sets a password, and of its mail. */
export async function SetupLinkState({ link }: { link: SetupLinkDto }) {
  const [all, t, formats] = await Promise.all([getTranslations(), getTranslations("users"), getFormats()]);
  const { state, mail } = link;
  const [expires, used] = [formats.dateTime(link.expiresAt) ?? "", formats.dateTime(link.usedAt) ?? ""];
  return (
    <>
      {t(`linkState.${state}`, { expires, used })}
      {mail ? (
        <>
          {" · "}
          <AppLink href={`/mails/${mail.id}`}>{t("linkMail", { email: mail.address })}</AppLink>{" "}
          <Badge tone={mailStateTones[mail.state]}>{all(mailStateLabels[mail.state])}</Badge>
        </>
      ) : state === "OPEN" ? (
        ` · ${t("linkByHand")}`
      ) : null}
    </>
  );
}
