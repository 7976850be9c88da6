import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { ClaimFormPage } from "@/components/claims/claim-form-page";
import { findClaim } from "@/components/claims/find-claim";
import { PageHeader } from "@/components/ui/page-header";
import { getTranslations } from "@/lib/platform/i18n/translator";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("claims"))("edit") };
}

export default async function EditClaimPage(props: { params: Promise<{ id: string }> }) {
  const [{ id }, t] = await Promise.all([props.params, getTranslations("claims")]);
  const { viewer, claim } = await findClaim(id);
  if (!claim.can.update) forbidden();
  return (
    <>
      <PageHeader title={t("edit")} trail={[{ href: `/claims/${id}`, label: claim.code }]} />
      <ClaimFormPage viewer={viewer} claim={claim} />
    </>
  );
}
