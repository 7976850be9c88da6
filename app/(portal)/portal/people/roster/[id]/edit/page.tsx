import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { PortalPage } from "@/components/change-requests/portal-page";
import { EmployeeFormPage } from "@/components/employees/employee-form-page";
import { FIRM_ROSTER, findOwnEmployee } from "@/components/employees/firm-roster";
import { getTranslations } from "@/lib/platform/i18n/translator";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("employees.portal"))("edit") };
}

/** What is on record of somebody is put right. */
export default async function EditOwnEmployeePage(props: { params: Promise<{ id: string }> }) {
  const [{ id }, t] = await Promise.all([props.params, getTranslations("employees")]);
  const { viewer, enterpriseId, employee } = await findOwnEmployee(id);
  const { can, name, ...row } = employee;
  if (!can.update) forbidden();
  const who = name ?? t("no", { number: String(row.number) });
  return (
    <PortalPage
      title={t("portal.edit")}
      trail={[
        { href: FIRM_ROSTER, label: t("portal.title") },
        { href: `${FIRM_ROSTER}/${id}`, label: who },
      ]}
    >
      <EmployeeFormPage
        viewer={viewer}
        enterpriseId={enterpriseId}
        employee={{ ...row, name: null }}
        at={FIRM_ROSTER}
      />
    </PortalPage>
  );
}
