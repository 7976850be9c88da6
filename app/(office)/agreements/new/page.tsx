import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { AgreementFormPage } from "@/components/agreements/agreement-form-page";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/domain/permissions";
import { requireViewer } from "@/lib/platform/auth/session";
import { reachesZone } from "@/lib/platform/auth/viewer";
import { getTranslations } from "@/lib/platform/i18n/translator";
import { firstValues, type SearchParams } from "@/lib/platform/paging/list-params";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("agreements"))("newTitle") };
}

export default async function NewAgreementPage(props: { searchParams: Promise<SearchParams> }) {
  const [viewer, searchParams, t] = await Promise.all([
    requireViewer(),
    props.searchParams,
    getTranslations("agreements"),
  ]);
  if (!can(viewer, "agreements.create") || !reachesZone(viewer)) forbidden();
  return (
    <>
      <PageHeader title={t("newTitle")} trail={[{ href: "/agreements", label: t("title") }]} />
      <AgreementFormPage viewer={viewer} meeting={firstValues(searchParams).meeting} />
    </>
  );
}
