import { AppLink } from "@/components/ui/app-link";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Tabs } from "@/components/ui/tabs";
import { policyStateLabel } from "@/lib/domain/policies/labels";
import type { getPolicy } from "@/lib/domain/policies/queries";
import { titleOf } from "@/lib/platform/i18n/names";
import { currentLocale, getTranslations } from "@/lib/platform/i18n/translator";

export type Policy = NonNullable<Awaited<ReturnType<typeof getPolicy>>>;

/** The head of every page of one policy. */
export async function PolicyHeader({ policy, side }: { policy: Policy; side: string }) {
  const [t, locale] = await Promise.all([getTranslations(), currentLocale()]);
  const base = `/policies/${policy.id}`;
  const { can, system } = policy;
  const title = titleOf(locale, policy);
  const trail = [{ href: "/policies", label: t("policies.title") }];
  if (system) trail.push({ href: `/policies/${system.id}`, label: titleOf(locale, system) });
  return (
    <>
      <PageHeader
        title={title}
        trail={trail}
        beside={
          <>
            <span>{policy.code}</span>{" "}
            <Badge tone={policy.state === "IN_FORCE" ? "good" : "neutral"}>
              {t(policyStateLabel(policy.state))}
            </Badge>
          </>
        }
        action={
          can.addVersion ? (
            <ButtonLink look="primary" href={`${base}/versions`}>
              {t("policies.addVersion")}
            </ButtonLink>
          ) : undefined
        }
        more={
          can.update ? (
            <>
              <AppLink href={`${base}/edit`}>{t("policies.edit")}</AppLink>
              {policy.kind === "SYSTEM" ? (
                <AppLink href={`/policies/new?system=${policy.id}`}>{t("policies.addPart")}</AppLink>
              ) : null}
            </>
          ) : undefined
        }
      />
      <Tabs
        label={title}
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
