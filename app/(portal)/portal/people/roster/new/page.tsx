import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { PortalPage } from "@/components/change-requests/portal-page";
import { EmployeeFormPage } from "@/components/employees/employee-form-page";
import { FIRM_ROSTER } from "@/components/employees/firm-roster";
import { can } from "@/lib/domain/permissions";
import { requireFirm } from "@/lib/platform/auth/firm";
import { getTranslations } from "@/lib/platform/i18n/translator";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("employees.portal"))("addTitle") };
}

/** Somebody joins. */
export default async function NewOwnEmployeePage() {
  const [{ viewer, enterpriseId }, t] = await Promise.all([
    requireFirm(),
    getTranslations("employees.portal"),
  ]);
  if (!can(viewer, "employees.create")) forbidden();
  return (
    <PortalPage title={t("addTitle")} trail={[{ href: FIRM_ROSTER, label: t("title") }]}>
      <EmployeeFormPage viewer={viewer} enterpriseId={enterpriseId} at={FIRM_ROSTER} />
    </PortalPage>
  );
}
