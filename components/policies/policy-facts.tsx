import { AppLink } from "@/components/ui/app-link";
import { DescriptionList } from "@/components/ui/description-list";
import { policyKindLabel } from "@/lib/domain/policies/labels";
import { nameOf, titleOf } from "@/lib/platform/i18n/names";
import { currentLocale, getFormats, getTranslations } from "@/lib/platform/i18n/translator";
import type { Policy } from "./policy-header";

/** What the policy is, who issued it, and what it is tied to. */
export async function PolicyFacts({ policy }: { policy: Policy }) {
  const [t, locale, formats] = await Promise.all([getTranslations(), currentLocale(), getFormats()]);
  const { institute, inForce, agreements, programmes } = policy;
  const links = (items: { href: string; label: string }[]) =>
    items.length === 0
      ? null
      : items.map(({ href, label }, at) => (
          <span key={href}>
            {at > 0 ? " · " : null}
            <AppLink href={href}>{label}</AppLink>
          </span>
        ));
  const items = [
    { label: t("policies.kindLabel"), value: t(policyKindLabel(policy.kind)) },
    {
      label: t("policies.issuer"),
      value: nameOf(locale, { nameZh: policy.issuerZh, nameEn: policy.issuerEn }),
    },
    {
      label: t("policies.institute"),
      value: institute ? (
        <AppLink href={`/enterprises/${institute.id}`}>{nameOf(locale, institute)}</AppLink>
      ) : null,
    },
    { label: t("policies.inForceFrom"), value: inForce ? formats.date(inForce.from) : null },
    { label: t("policies.inForceTo"), value: inForce?.to ? formats.date(inForce.to) : null },
  ];
  const ties = [
    {
      label: t("policies.agreements"),
      value: links(
        agreements.map(({ agreement }) => ({
          href: `/agreements/${agreement.id}`,
          label: titleOf(locale, agreement),
        })),
      ),
    },
    {
      label: t("policies.programmes"),
      value: links(
        programmes.map(({ programme }) => ({
          href: `/programmes/${programme.id}`,
          label: nameOf(locale, programme),
        })),
      ),
    },
  ];
  return <DescriptionList items={[...items, ...ties.filter(({ value }) => value !== null)]} />;
}
