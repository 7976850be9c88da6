import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Tabs } from "@/components/ui/tabs";
import { roundStandingLabel, roundStateLabel } from "@/lib/domain/return-rounds/labels";
import { titleOf } from "@/lib/platform/i18n/names";
import { currentLocale, getTranslations } from "@/lib/platform/i18n/translator";
import type { Round } from "./find-round";

/** The head of every page of one round. */
export async function RoundHeader({ round, side }: { round: Round; side: string }) {
  const [t, locale] = await Promise.all([getTranslations(), currentLocale()]);
  const base = `/return-rounds/${round.id}`;
  const { can } = round;
  const title = titleOf(locale, round);
  const main = can.open ? ("open" as const) : can.close ? ("close" as const) : null;
  const more = [
    can.update ? { href: "edit", label: t("return-rounds.edit") } : null,
    can.cancel ? { href: "cancel", label: t("return-rounds.cancel") } : null,
    can.setStanding ? { href: "standing", label: t("return-rounds.setStanding") } : null,
  ].filter((one) => one !== null);
  return (
    <>
      <PageHeader
        title={title}
        trail={[{ href: "/return-rounds", label: t("return-rounds.title") }]}
        beside={
          <>
            <span>{round.code}</span>
            <Badge>{t(roundStateLabel(round.state))}</Badge>
            {round.state === "PLANNED" ? null : <Badge>{t(roundStandingLabel(round.standing))}</Badge>}
          </>
        }
        action={
          main ? (
            <ButtonLink look="primary" href={`${base}/${main}`}>
              {t(`return-rounds.${main}`)}
            </ButtonLink>
          ) : undefined
        }
        moreLinks={more.map(({ href, label }) => ({ href: `${base}/${href}`, label }))}
      />
      <Tabs
        label={title}
        current={base + side}
        tabs={[
          { href: base, label: t("common.overview") },
          { href: `${base}/history`, label: t("common.history") },
        ]}
      />
    </>
  );
}
