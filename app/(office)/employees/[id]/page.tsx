import type { Metadata } from "next";
import { EmployeeFacts } from "@/components/employees/employee-facts";
import { EmployeeHeader } from "@/components/employees/employee-header";
import { findEmployee, findEmployeeUnnamed } from "@/components/employees/find-employee";
import { FIRM_ROSTER } from "@/components/employees/firm-roster";
import { leadFirm } from "@/lib/platform/auth/firm";
import { getTranslations } from "@/lib/platform/i18n/translator";

type Props = { params: Promise<{ id: string }> };

/** A number: a title stands in the browser's history and in its list of tabs. */
export async function generateMetadata(props: Props): Promise<Metadata> {
  const { employee } = await findEmployeeUnnamed((await props.params).id);
  return { title: (await getTranslations("employees"))("no", { number: String(employee.number) }) };
}

export default async function EmployeePage(props: Props) {
  const { id } = await props.params;
  await leadFirm(`${FIRM_ROSTER}/${id}`);
  const { employee } = await findEmployee(id);
  return (
    <>
      <EmployeeHeader employee={employee} side="" />
      <EmployeeFacts employee={employee} />
    </>
  );
}
