import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PortalPage } from "@/components/change-requests/portal-page";
import { ProfileForm } from "@/components/change-requests/profile-forms";
import { toProfileValues } from "@/components/change-requests/profile-values";
import { RequestBanner } from "@/components/change-requests/request-banner";
import { groupLabel } from "@/lib/domain/change-requests/labels";
import { getChangeRequest, getOpenRequest } from "@/lib/domain/change-requests/queries";
import { fieldClasses, type ProfileGroup, profileGroups } from "@/lib/domain/change-requests/rules";
import { getEnterprise } from "@/lib/domain/enterprises/queries";
import { requireFirm } from "@/lib/platform/auth/firm";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { commonCountries, countryName } from "@/lib/platform/i18n/countries";
import { getTranslations } from "@/lib/platform/i18n/translator";
import { firstValues, type SearchParams } from "@/lib/platform/paging/list-params";

type Props = { params: Promise<{ group: string }>; searchParams: Promise<SearchParams> };

const isGroup = (group: string): group is ProfileGroup => Object.hasOwn(profileGroups, group);

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [{ group }, t] = await Promise.all([props.params, getTranslations()]);
  return { title: isGroup(group) ? t(groupLabel(group)) : undefined };
}

/** One group of questions about the firm. */
export default async function ProfileEditPage(props: Props) {
  const [{ viewer, enterpriseId }, { group }, searchParams] = await Promise.all([
    requireFirm(),
    props.params,
    props.searchParams,
  ]);
  if (!isGroup(group)) notFound();
  const { from } = firstValues(searchParams);
  const [t, firm, open, again] = await Promise.all([
    getTranslations(),
    getEnterprise(viewer, enterpriseId),
    getOpenRequest(viewer, { enterpriseId }),
    from ? getChangeRequest(viewer, from) : null,
  ]);
  if (!firm) notFound();
  const reviewed = fieldClasses[profileGroups[group][0]] === "REVIEWED";
  const codes = new Set<string>([...commonCountries, ...(firm.country ? [firm.country] : [])]);
  return (
    <PortalPage
      title={t(groupLabel(group))}
      trail={[{ href: "/portal/profile", label: t("change-requests.portal.profile") }]}
      help={t(reviewed ? "change-requests.portal.reviewHelp" : "change-requests.portal.freeHelp")}
    >
      {reviewed ? <RequestBanner request={open} /> : null}
      <ClientMessages namespaces={["change-requests", "enterprises"]}>
        <ProfileForm
          group={group}
          values={toProfileValues(firm, group, open, again?.enterpriseId === enterpriseId ? again : null)}
          countries={[...codes].map((code) => ({
            value: code,
            label: countryName(viewer.locale, code) ?? code,
          }))}
        />
      </ClientMessages>
    </PortalPage>
  );
}
