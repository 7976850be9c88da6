import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Tabs } from "@/components/ui/tabs";
import { pairOf } from "@/lib/domain/rates/labels";
import type { getRate } from "@/lib/domain/rates/queries";
import { getTranslations } from "@/lib/platform/i18n/translator";

type Rate = NonNullable<Awaited<ReturnType<typeof getRate>>>;

/** The head of every page of one rate. */
export async function RateHeader({ rate, side }: { rate: Rate; side: string }) {
  const t = await getTranslations();
  const base = `/rates/${rate.id}`;
  const { can } = rate;
  const name = `${pairOf(rate)} ${rate.on}`;
  return (
    <>
      <PageHeader
        title={name}
        trail={[{ href: "/rates", label: t("rates.title") }]}
        action={
          can.update ? (
            <ButtonLink look="primary" href={`${base}/edit`}>
              {t("rates.edit")}
            </ButtonLink>
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
