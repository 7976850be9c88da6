import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { PageHeader } from "@/components/ui/page-header";
import { UnitFormPage } from "@/components/units/unit-form-page";
import { can } from "@/lib/domain/permissions";
import { requireViewer } from "@/lib/platform/auth/session";
import { getTranslations } from "@/lib/platform/i18n/translator";
import { firstValues, type SearchParams } from "@/lib/platform/paging/list-params";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("units"))("newTitle") };
}

export default async function NewUnitPage(props: { searchParams: Promise<SearchParams> }) {
  const [viewer, searchParams, t] = await Promise.all([
    requireViewer(),
    props.searchParams,
    getTranslations("units"),
  ]);
  if (!can(viewer, "units.create")) forbidden();
  return (
    <>
      <PageHeader title={t("newTitle")} trail={[{ href: "/units", label: t("title") }]} />
      <UnitFormPage viewer={viewer} buildingId={firstValues(searchParams).building} />
    </>
  );
}
