import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClaimFormPage } from "@/components/claims/claim-form-page";
import { findClaim } from "@/components/claims/find-claim";
import { PageHeader } from "@/components/ui/page-header";

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
