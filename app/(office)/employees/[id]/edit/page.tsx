import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { EmployeeFormPage } from "@/components/employees/employee-form-page";
import { findEmployeeUnnamed } from "@/components/employees/find-employee";
import { FIRM_ROSTER } from "@/components/employees/firm-roster";
import { PageHeader } from "@/components/ui/page-header";
import { leadFirm } from "@/lib/platform/auth/firm";
import { nameOf } from "@/lib/platform/i18n/names";
import { getTranslations } from "@/lib/platform/i18n/translator";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("employees"))("edit") };
}

export default async function EditEmployeePage(props: Props) {
  const [{ id }, t] = await Promise.all([props.params, getTranslations("employees")]);
  await leadFirm(`${FIRM_ROSTER}/${id}/edit`);
  const { viewer, employee } = await findEmployeeUnnamed(id);
  const { can, ...row } = employee;
  if (!can.update) forbidden();
  const no = t("no", { number: String(row.number) });
  return (
    <>
      <PageHeader
        title={t("editTitle", { no })}
        trail={[
          { href: `/enterprises/${row.enterprise.id}/people`, label: nameOf(viewer.locale, row.enterprise) },
          { href: `/employees/${id}`, label: no },
        ]}
      />
      <EmployeeFormPage viewer={viewer} enterpriseId={row.enterprise.id} employee={row} />
    </>
  );
}
