import type { Metadata } from "next";
import { forbidden, notFound } from "next/navigation";
import { EmployeeFormPage } from "@/components/employees/employee-form-page";
import { FIRM_ROSTER } from "@/components/employees/firm-roster";
import { findEnterprise } from "@/components/enterprises/find-enterprise";
import { PageHeader } from "@/components/ui/page-header";
import { leadFirm } from "@/lib/platform/auth/firm";
import { nameOf } from "@/lib/platform/i18n/names";
import { getTranslations } from "@/lib/platform/i18n/translator";
import { firstValues, type SearchParams } from "@/lib/platform/paging/list-params";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("employees"))("newTitle") };
}

export default async function NewEmployeePage(props: { searchParams: Promise<SearchParams> }) {
  const [searchParams, t] = await Promise.all([props.searchParams, getTranslations("employees")]);
  await leadFirm(`${FIRM_ROSTER}/new`);
  const { enterprise: id } = firstValues(searchParams);
  if (!id) notFound();
  const { viewer, enterprise } = await findEnterprise(id);
  if (!enterprise.can.addEmployee) forbidden();
  return (
    <>
      <PageHeader
        title={t("newTitle")}
        trail={[
          { href: `/enterprises/${id}/people`, label: nameOf(viewer.locale, enterprise) },
          { href: `/employees?enterprise=${id}`, label: t("roster") },
        ]}
      />
      <EmployeeFormPage viewer={viewer} enterpriseId={id} />
    </>
  );
}
