import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { PolicyFormPage } from "@/components/policies/policy-form-page";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/domain/permissions";
import { requireViewer } from "@/lib/platform/auth/session";
import { reachesZone } from "@/lib/platform/auth/viewer";
import { getTranslations } from "@/lib/platform/i18n/translator";
import { firstValues, type SearchParams } from "@/lib/platform/paging/list-params";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("policies"))("newTitle") };
}

/** `?system=` puts it into a rule system from the start. */
export default async function NewPolicyPage(props: { searchParams: Promise<SearchParams> }) {
  const [viewer, searchParams, t] = await Promise.all([
    requireViewer(),
    props.searchParams,
    getTranslations("policies"),
  ]);
  if (!can(viewer, "policies.create") || !reachesZone(viewer)) forbidden();
  return (
    <>
      <PageHeader title={t("newTitle")} trail={[{ href: "/policies", label: t("title") }]} />
      <PolicyFormPage viewer={viewer} systemId={firstValues(searchParams).system} />
    </>
  );
}
