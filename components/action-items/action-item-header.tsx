import { AppLink } from "@/components/ui/app-link";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Tabs } from "@/components/ui/tabs";
import type { getActionItem } from "@/lib/domain/action-items/queries";
import { titleOf } from "@/lib/platform/i18n/names";
import { currentLocale, getTranslations } from "@/lib/platform/i18n/translator";

type Item = NonNullable<Awaited<ReturnType<typeof getActionItem>>>;

/** The head of every page of one action item. */
export async function ActionItemHeader({ item, side }: { item: Item; side: string }) {
  const [t, locale] = await Promise.all([getTranslations(), currentLocale()]);
  const base = `/action-items/${item.id}`;
  const { can } = item;
  return (
    <>
      <PageHeader
        title={titleOf(locale, item)}
        trail={[{ href: "/action-items", label: t("action-items.title") }]}
        beside={<span>{`${t("action-items.number")} ${item.number}`}</span>}
        action={
          can.complete ? (
            <ButtonLink look="primary" href={`${base}/complete`}>
              {t("action-items.complete")}
            </ButtonLink>
          ) : undefined
        }
        more={
          can.update ? (
            <>
              <AppLink href={`${base}/edit`}>{t("action-items.edit")}</AppLink>
              {can.drop ? <AppLink href={`${base}/drop`}>{t("action-items.drop")}</AppLink> : null}
              {can.reopen ? <AppLink href={`${base}/reopen`}>{t("action-items.reopen")}</AppLink> : null}
            </>
          ) : undefined
        }
      />
      <Tabs
        label={titleOf(locale, item)}
        current={base + side}
        tabs={[
          { href: base, label: t("common.overview") },
          { href: `${base}/history`, label: t("common.history") },
        ]}
      />
    </>
  );
}
