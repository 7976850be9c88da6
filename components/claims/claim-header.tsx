import { AppLink } from "@/components/ui/app-link";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Tabs } from "@/components/ui/tabs";
import type { getClaim } from "@/lib/domain/claims/queries";
import { nameOf } from "@/lib/platform/i18n/names";
import { currentLocale, getTranslations } from "@/lib/platform/i18n/translator";

type Claim = NonNullable<Awaited<ReturnType<typeof getClaim>>>;

/** The head of every page of one claim. */
export async function ClaimHeader({ claim, side }: { claim: Claim; side: string }) {
  const [t, locale] = await Promise.all([getTranslations(), currentLocale()]);
  const base = `/claims/${claim.id}`;
  const { can } = claim;
  const name = nameOf(locale, { nameZh: claim.textZh, nameEn: claim.textEn });
  return (
    <>
      <PageHeader
        title={name}
        trail={[{ href: "/claims", label: t("claims.title") }]}
        beside={<span>{claim.code}</span>}
        action={
          can.signOff ? (
            <ButtonLink look="primary" href={`${base}/sign-off`}>
              {t("claims.signOff")}
            </ButtonLink>
          ) : undefined
        }
        more={
          can.update || can.withdraw ? (
            <>
              {can.update ? <AppLink href={`${base}/edit`}>{t("claims.edit")}</AppLink> : null}
              {can.withdraw ? <AppLink href={`${base}/withdraw`}>{t("claims.withdraw")}</AppLink> : null}
            </>
          ) : undefined
        }
      />
      <Tabs
        label={name}
        current={base + side}
        tabs={[
          { href: base, label: t("common.overview") },
          { href: `${base}/history`, label: t("common.history") },
        ]}
      />
    </>
  );
}
