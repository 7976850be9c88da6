import type { Metadata } from "next";
import { forbidden, notFound } from "next/navigation";
import { findEnterprise } from "@/components/enterprises/find-enterprise";
import { NameOpeningForm } from "@/components/name-openings/name-opening-form";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/domain/permissions";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { nameOf } from "@/lib/platform/i18n/names";
import { getTranslations } from "@/lib/platform/i18n/translator";
import { firstValues, type SearchParams } from "@/lib/platform/paging/list-params";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("name-openings"))("newTitle") };
}

export default async function NewNameOpeningPage(props: { searchParams: Promise<SearchParams> }) {
  const [searchParams, t] = await Promise.all([props.searchParams, getTranslations()]);
  const { enterprise: id } = firstValues(searchParams);
  if (!id) notFound();
  const { viewer, enterprise } = await findEnterprise(id);
  if (!can(viewer, "name-openings.create")) forbidden();
  return (
    <>
      <PageHeader
        title={t("name-openings.newTitle")}
        trail={[
          { href: `/enterprises/${id}/people`, label: nameOf(viewer.locale, enterprise) },
          { href: `/employees?enterprise=${id}`, label: t("employees.roster") },
        ]}
      />
      <ClientMessages namespaces={["name-openings"]}>
        <NameOpeningForm enterpriseId={id} />
      </ClientMessages>
    </>
  );
}
