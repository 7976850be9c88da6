import { AppLink } from "@/components/ui/app-link";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Tabs } from "@/components/ui/tabs";
import { agreementKindLabel } from "@/lib/domain/agreements/labels";
import type { getAgreement } from "@/lib/domain/agreements/queries";
import { titleOf } from "@/lib/platform/i18n/names";
import { currentLocale, getTranslations } from "@/lib/platform/i18n/translator";

type Agreement = NonNullable<Awaited<ReturnType<typeof getAgreement>>>;

/** The head of every page of one agreement. */
export async function AgreementHeader({ agreement, side }: { agreement: Agreement; side: string }) {
  const [t, locale] = await Promise.all([getTranslations(), currentLocale()]);
  const base = `/agreements/${agreement.id}`;
  const { can } = agreement;
  return (
    <>
      <PageHeader
        title={titleOf(locale, agreement)}
        trail={[{ href: "/agreements", label: t("agreements.title") }]}
        beside={<span>{`${agreement.code} · ${t(agreementKindLabel(agreement.kind))}`}</span>}
        action={
          can.update ? (
            <ButtonLink look="primary" href={`${base}/edit`}>
              {t("agreements.edit")}
            </ButtonLink>
          ) : undefined
        }
        more={
          can.update || can.addAddendum ? (
            <>
              {can.extend ? <AppLink href={`${base}/extend`}>{t("agreements.extend")}</AppLink> : null}
              {can.addAddendum ? (
                <AppLink href={`${base}/addendum`}>{t("agreements.addendum")}</AppLink>
              ) : null}
              {can.update ? (
                <AppLink href={`/action-items/new?agreement=${agreement.id}`}>
                  {t("action-items.new")}
                </AppLink>
              ) : null}
              {can.terminate ? (
                <AppLink href={`${base}/terminate`}>{t("agreements.terminate")}</AppLink>
              ) : null}
            </>
          ) : undefined
        }
      />
      <Tabs
        label={titleOf(locale, agreement)}
        current={base + side}
        tabs={[
          { href: base, label: t("common.overview") },
          { href: `${base}/attachments`, label: t("attachments.title") },
          { href: `${base}/history`, label: t("common.history") },
        ]}
      />
    </>
  );
}
