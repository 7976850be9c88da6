import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { StatusMark } from "@/components/ui/status-mark";
import { Tabs } from "@/components/ui/tabs";
import { returnMarks, returnStateLabel } from "@/lib/domain/returns/labels";
import { nameOf, titleOf } from "@/lib/platform/i18n/names";
import { currentLocale, getTranslations } from "@/lib/platform/i18n/translator";
import type { FoundReturn } from "./find-return";

/** The head of every page of one return: whose, of which round, where it stands, and what can be done. */
export async function ReturnHeader({ found, side }: { found: FoundReturn; side: string }) {
  const [t, locale] = await Promise.all([getTranslations(), currentLocale()]);
  const base = `/returns/${found.id}`;
  const { can, round } = found;
  const title = nameOf(locale, found.enterprise);
  const main = can.accept
    ? ("accept" as const)
    : can.correct
      ? ("correct" as const)
      : can.submit
        ? ("fill" as const)
        : can.include
          ? ("include" as const)
          : can.allowLate
            ? ("allow-late" as const)
            : null;
  const words = { "send-back": "sendBack", "allow-late": "allowLate", "end-late": "endLate" } as const;
  const label = (verb: string) => t(`returns.${words[verb as keyof typeof words] ?? verb}`);
  const more = [
    can.sendBack ? "send-back" : null,
    can.endLate ? "end-late" : null,
    can.exempt ? "exempt" : null,
    can.allowLate && main !== "allow-late" ? "allow-late" : null,
  ].filter((verb) => verb !== null);
  return (
    <>
      <PageHeader
        title={title}
        trail={[{ href: `/return-rounds/${round.id}`, label: titleOf(locale, round) }]}
        beside={
          <>
            <StatusMark kind={returnMarks[found.state]} label={t(returnStateLabel(found.state))} />
            {found.late ? <Badge>{t("returns.late")}</Badge> : null}
          </>
        }
        action={
          main ? (
            <ButtonLink look="primary" href={`${base}/${main}`}>
              {label(main)}
            </ButtonLink>
          ) : undefined
        }
        moreLinks={more.map((verb) => ({ href: `${base}/${verb}`, label: label(verb) }))}
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
