import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Tabs } from "@/components/ui/tabs";
import { stageLabel } from "@/lib/domain/enterprises/labels";
import type { getEnterprise } from "@/lib/domain/enterprises/queries";
import { nameOf, otherNameOf } from "@/lib/platform/i18n/names";
import { currentLocale, getTranslations } from "@/lib/platform/i18n/translator";
import { MergedMark } from "./merged-mark";

type Enterprise = NonNullable<Awaited<ReturnType<typeof getEnterprise>>>;

/** The head of every page of one firm: both names, its stage, its verbs, its sides. */
export async function EnterpriseHeader({ enterprise, side }: { enterprise: Enterprise; side: string }) {
  const [t, locale] = await Promise.all([getTranslations(), currentLocale()]);
  const base = `/enterprises/${enterprise.id}`;
  const { can } = enterprise;
  const sides = [
    { key: "", label: t("common.overview") },
    { key: "/leases", label: t("enterprises.tabs.leases") },
    { key: "/people", label: t("enterprises.tabs.people") },
    { key: "/projects", label: t("enterprises.tabs.projects") },
    { key: "/attachments", label: t("attachments.title") },
    can.readMembers ? { key: "/users", label: t("memberships.people") } : null,
    { key: "/history", label: t("common.history") },
  ].filter((side) => side !== null);
  const more = [
    can.addLease
      ? { href: `/leases/new?enterprise=${enterprise.id}`, label: t("enterprises.addLease") }
      : null,
    can.addHeadcount
      ? { href: `/headcounts/new?enterprise=${enterprise.id}`, label: t("enterprises.addHeadcount") }
      : null,
    can.merge ? { href: `${base}/merge`, label: t("enterprises.merge.pick") } : null,
    can.close ? { href: `${base}/close`, label: t("enterprises.close") } : null,
  ].filter((link) => link !== null);
  return (
    <>
      <PageHeader
        title={nameOf(locale, enterprise)}
        trail={[{ href: "/enterprises", label: t("enterprises.title") }]}
        beside={
          <span>
            {[otherNameOf(locale, enterprise), t(stageLabel(enterprise.stage))].filter(Boolean).join(" · ")}
          </span>
        }
        action={
          can.update ? (
            <ButtonLink look="primary" href={`${base}/edit`}>
              {t("enterprises.edit")}
            </ButtonLink>
          ) : undefined
        }
        moreLinks={more}
      />
      <MergedMark enterprise={enterprise} />
      <Tabs
        label={nameOf(locale, enterprise)}
        current={base + side}
        tabs={sides.map(({ key, label }) => ({ href: base + key, label }))}
      />
    </>
  );
}
