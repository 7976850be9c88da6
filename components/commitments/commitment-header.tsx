import { AppLink } from "@/components/ui/app-link";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Tabs } from "@/components/ui/tabs";
import type { getCommitment } from "@/lib/domain/commitments/queries";
import { titleOf } from "@/lib/platform/i18n/names";
import { currentLocale, getTranslations } from "@/lib/platform/i18n/translator";

type Commitment = NonNullable<Awaited<ReturnType<typeof getCommitment>>>;

/** The head of every page of one commitment. */
export async function CommitmentHeader({ commitment, side }: { commitment: Commitment; side: string }) {
  const [t, locale] = await Promise.all([getTranslations(), currentLocale()]);
  const base = `/commitments/${commitment.id}`;
  const { can } = commitment;
  const verb = can.waive ? "waive" : can.unwaive ? "unwaive" : null;
  return (
    <>
      <PageHeader
        title={titleOf(locale, commitment)}
        trail={[{ href: "/commitments", label: t("commitments.title") }]}
        beside={<span>{commitment.code}</span>}
        action={
          can.measure ? (
            <ButtonLink look="primary" href={`${base}/measure`}>
              {t("commitments.measure")}
            </ButtonLink>
          ) : undefined
        }
        more={
          can.update ? (
            <>
              <AppLink href={`${base}/edit`}>{t("commitments.edit")}</AppLink>
              {verb ? <AppLink href={`${base}/${verb}`}>{t(`commitments.${verb}`)}</AppLink> : null}
            </>
          ) : undefined
        }
      />
      <Tabs
        label={titleOf(locale, commitment)}
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
